import { cells, columns, make, numbers } from "./line-cells.js";

// A row is drawn once; what stands in it is painted whenever it may have changed.
export const draw = (row, { headings, bin, mostCell }) => {
  row.inputs = {};
  row.tr = make("tr", { role: "row" });
  row.tds = columns.map((column, place) => {
    const td = make("td", { role: "gridcell", class: `at-${column}${numbers.has(column) ? " num" : ""}` });
    if (column === "remove") {
      row.bin = make("button", { type: "button", class: "ib s28", tabindex: -1 });
      row.bin.innerHTML = `<svg class="i s16" viewBox="0 0 24 24" aria-hidden="true">${bin}</svg>`;
      td.append(row.bin);
    } else if (column === "description") {
      td.setAttribute("aria-readonly", "true");
      td.setAttribute("tabindex", -1);
    } else {
      const input = make("input", { class: `inp${column === "code" ? " code" : ""}`, autocomplete: "off", spellcheck: "false", maxlength: mostCell, enterkeyhint: "next", tabindex: -1, inputmode: numbers.has(column) ? "decimal" : undefined });
      row.inputs[column] = input;
      td.append(make("span", { class: "lab", "aria-hidden": "true" }, headings[place]), input);
    }
    return td;
  });
  row.tr.append(...row.tds);
  return row.tr;
};
export const paint = (row, isBusy, isCard) => {
  const { answer } = row;
  const isOwn = answer && answer.rev === row.rev;
  const wasHeard = row.told && row.heard === row.told.join("\t");
  cells.forEach((cell, place) => {
    const input = row.inputs[cell];
    if (input === document.activeElement && isBusy) return;
    if (isOwn && row.cells[place] === row.told?.[place]) row.cells[place] = row.told[place] = answer.cells[place];
    if (input.value !== row.cells[place]) {
      input.value = row.cells[place];
      if (input === document.activeElement && !isCard) input.select();
    }
    input.placeholder = answer?.hints[place] ?? "";
    const words = row.cells[place] === answer?.cells[place] ? answer.errors[place] ?? answer.notes[place] : null;
    const isWrong = !!words && words === answer.errors[place];
    const id = `line-${row.id}-${cell}`;
    input.parentElement.querySelector(".cell-said")?.remove();
    if (words) input.parentElement.append(make("span", { class: `cell-said ${isWrong ? "error" : "note"}`, id }, words));
    if (isWrong) input.setAttribute("aria-invalid", "true"); else input.removeAttribute("aria-invalid");
    if (words) input.setAttribute("aria-describedby", id); else input.removeAttribute("aria-describedby");
  });
  row.tds[1].textContent = answer?.description ?? "";
  row.tds[1].title = row.tds[1].textContent;
  if (wasHeard) row.heard = row.told.join("\t");
};
