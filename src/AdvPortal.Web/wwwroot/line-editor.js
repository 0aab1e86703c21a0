// The lines of an order, as in a spreadsheet. What is typed lives here; a change is told to the server in one message, and one answer says what it means.
import { cells, columns, fill, isNumber, join, make, numbers, split } from "./line-cells.js";
import { draw, paint } from "./line-row.js";
import { talk } from "./line-talk.js";

export const mount = (root, server, { texts, headings, bin, mostRows, mostPasted, mostCell, rows: given, keep }) => {
  const grid = root.querySelector("[data-grid]");
  const said = root.querySelector("[data-said]");
  const cards = matchMedia("(max-width:599.98px)");
  const body = make("tbody", { role: "rowgroup" });
  const table = make("table", { role: "grid", "aria-label": texts.Grid, "aria-describedby": "line-keys", "aria-colcount": columns.length, "aria-multiselectable": "true" },
    make("thead", { role: "rowgroup" }, make("tr", { role: "row", "aria-rowindex": 1 }, ...columns.map((column, at) =>
      make("th", { role: "columnheader", scope: "col", class: numbers.has(column) ? "num" : undefined }, headings[at] ?? make("span", { class: "sr" }, texts.RemoveRow.replace(/ ?\{0\}/, "")))))), body);
  grid.replaceChildren(table);

  let rows = [];
  let last = 0;
  let at = { row: 0, column: 0 };
  let anchor = null;
  let mode = "ready"; // "typing" replaces and arrows go on; "editing" leaves them to the caret
  let before = "";
  let base = "";
  const undone = [];

  const repaint = row => paint(row, mode !== "ready", cards.matches);
  const settle = () => {
    if (rows.length === 0 || (!isBlank(rows.at(-1)) && rows.length < mostRows)) rows.push(blank());
    // Rows that stay are not moved: the one that has the focus would lose it.
    const drawn = new Set(rows.map(row => row.tr ?? draw(row, { headings, bin, mostCell })));
    [...body.children].forEach(tr => drawn.has(tr) || tr.remove());
    rows.forEach((row, place) => body.children[place] !== row.tr && body.insertBefore(row.tr, body.children[place] ?? null));
    table.setAttribute("aria-rowcount", rows.length + 1);
    rows.forEach((row, place) => {
      const name = fill(texts.Row, place + 1);
      row.tr.setAttribute("aria-rowindex", place + 2);
      row.tr.dataset.line = name;
      row.tr.classList.toggle("blank", place === rows.length - 1 && isBlank(row));
      cells.forEach(cell => row.inputs[cell].setAttribute("aria-label", `${headings[columns.indexOf(cell)]}, ${name}`));
      row.bin.setAttribute("aria-label", fill(texts.RemoveRow, place + 1));
      repaint(row);
    });
    mark();
  };
  const mark = () => {
    at.row = Math.max(0, Math.min(at.row, rows.length - 1));
    const [top, bottom, left, right] = range();
    rows.forEach((row, y) => row.tds.forEach((td, x) => {
      const target = focusable(row, x);
      target.tabIndex = cards.matches && x !== 1 || (y === at.row && x === at.column) ? 0 : -1;
      const isPicked = !!anchor && y >= top && y <= bottom && x >= left && x <= right;
      td.classList.toggle("picked", isPicked);
      if (isPicked) td.setAttribute("aria-selected", "true"); else td.removeAttribute("aria-selected");
    }));
  };
  const say = (...words) => { said.textContent = words.filter(Boolean).join(" "); };
  const count = () => {
    const wrong = body.querySelectorAll("[aria-invalid=true]").length;
    return wrong > 0 ? fill(texts.Wrong, wrong) : "";
  };

  // ---- rows ----
  const blank = () => ({ id: ++last, rev: 0, cells: cells.map(() => ""), told: null, heard: null, answer: null });
  const isBlank = row => row.cells.every(cell => cell === "");
  const filled = () => isBlank(rows.at(-1)) ? rows.slice(0, -1) : rows;
  const focusable = (row, column) => column === 1 ? row.tds[1] : column === 7 ? row.bin : row.inputs[columns[column]];
  const range = () => anchor
    ? [Math.min(anchor.row, at.row), Math.max(anchor.row, at.row), Math.min(anchor.column, at.column), Math.max(anchor.column, at.column)]
    : [at.row, at.row, at.column, at.column];
  const remember = () => {
    undone.push(JSON.stringify(rows.map(row => [row.id, row.cells])));
    if (undone.length > 50) undone.shift();
  };
  const put = (row, column, text) => {
    const place = cells.indexOf(column);
    if (place >= 0) row.cells[place] = text.slice(0, mostCell);
  };
  const go = (row, column, extend = false) => {
    anchor = extend ? anchor ?? { ...at } : null;
    at = { row: Math.max(0, Math.min(row, rows.length - 1)), column: Math.max(0, Math.min(column, columns.length - 1)) };
    const target = focusable(rows[at.row], at.column);
    if (target === document.activeElement) mark(); else target.focus();
    target.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (target.select && !cards.matches) target.select();
  };

  // ---- the server ----
  const line = talk(server, keep, {
    rows: () => filled(),
    heard: answers => answers.forEach(answer => {
      const row = rows.find(each => each.id === answer.id);
      if (!row || answer.rev !== row.rev) return;
      row.answer = answer;
      if (row.told) row.heard = row.told.join("\t");
      repaint(row);
    }),
    done: () => say(base, count()),
    away: () => say(texts.Away),
  });
  const changedNow = words => {
    settle();
    base = words ?? "";
    say(base, count());
    line.tell();
  };
  // ---- what is done to cells ----
  const enter = (row, column) => {
    at = { row, column };
    mode = "ready";
    const input = rows[row].inputs[columns[column]];
    before = input ? input.value : "";
  };
  const commit = () => {
    if (mode === "ready") return;
    mode = "ready";
    const row = rows[at.row];
    const now = row.inputs[columns[at.column]]?.value.trim() ?? "";
    if (now !== before) {
      put(row, columns[at.column], before);
      remember();
    }
    put(row, columns[at.column], now);
    [before, base] = [now, ""];
    settle();
    line.tell();
  };
  const cancel = () => {
    mode = "ready";
    const row = rows[at.row];
    put(row, columns[at.column], before);
    settle();
    row.inputs[columns[at.column]].select();
    line.tell();
  };
  const each = act => {
    const [top, bottom, left, right] = range();
    remember();
    for (let y = top; y <= bottom; y++) for (let x = left; x <= right; x++) act(rows[y], columns[x], y, x, top);
    changedNow();
    before = rows[at.row].inputs[columns[at.column]]?.value ?? "";
  };
  const empty = () => each((row, column) => put(row, column, ""));
  const copyDown = () => {
    const [top, bottom] = range();
    if (bottom === 0) return;
    const from = top === bottom ? top - 1 : top;
    each((row, column, y) => y > from && put(row, column, rows[from].cells[cells.indexOf(column)] ?? ""));
  };
  const insert = () => {
    if (rows.length >= mostRows) return say(fill(texts.Full, mostRows));
    remember();
    rows.splice(at.row, 0, blank());
    changedNow();
    go(at.row, 0);
  };
  const remove = () => {
    const [top, bottom] = range();
    remember();
    rows.splice(top, bottom - top + 1);
    anchor = null;
    changedNow();
    go(Math.min(top, rows.length - 1), at.column);
  };
  const undo = () => {
    const kept = undone.pop();
    if (!kept) return;
    rows = JSON.parse(kept).map(([id, typed]) => Object.assign(rows.find(row => row.id === id) ?? { ...blank(), id }, { cells: typed }));
    anchor = null;
    changedNow();
    go(at.row, at.column);
  };
  const spread = text => {
    const pasted = split(text);
    const [top, bottom, left, right] = range();
    if (pasted.length === 1 && pasted[0].length === 1 && anchor) return each((row, column) => put(row, column, pasted[0][0]));
    // The second column of a client's list is what the thing is called; it is looked up, not typed. A copy of ours has it too.
    const named = pasted.map(row => row[1 - left]).filter(cell => cell);
    const hasNames = left <= 1 && named.length > 0 && named.filter(isNumber).length * 2 < named.length && pasted[0].length > 1 - left;
    const into = columns.slice(left, 7).filter(column => hasNames || column !== "description");
    const fits = pasted.slice(0, Math.min(mostPasted, mostRows - top));
    remember();
    fits.forEach((line, y) => {
      while (rows.length <= top + y) rows.push(blank());
      line.slice(0, into.length).forEach((cell, x) => put(rows[top + y], into[x], cell));
    });
    anchor = null;
    const widest = Math.max(...pasted.map(row => row.length));
    changedNow([
      fill(texts.Pasted, fits.length),
      pasted.length > fits.length && fill(texts.LeftOut, pasted.length - fits.length, fits.length),
      hasNames && texts.Names,
      widest > into.length && fill(texts.Columns, widest - into.length),
    ].filter(Boolean).join(" "));
    before = rows[at.row].inputs[columns[at.column]]?.value ?? "";
  };

  // ---- keys, mouse, clipboard ----
  const step = (event, row, column) => {
    event.preventDefault();
    commit();
    go(row, column, event.shiftKey && event.key.startsWith("Arrow"));
  };
  const tab = event => {
    const way = event.shiftKey ? -1 : 1;
    let [row, column] = [at.row, at.column + way];
    if (column === 1) column += way;
    if (column > 6 || column < 0) [row, column] = [row + way, way > 0 ? 0 : 6];
    commit();
    // Where the grid ends the browser goes on: no other cell can be reached by Tab.
    if (row < 0 || row >= rows.length) return;
    event.preventDefault();
    go(row, column);
  };
  const key = event => {
    if (event.isComposing || !event.target.closest("[role=gridcell]")) return;
    const command = event.ctrlKey || event.metaKey;
    const isInput = event.target.matches("input");
    if (command && event.key === "Enter") return commit();
    if (event.key === "Tab") return cards.matches ? commit() : tab(event);
    if (event.key === "Escape") {
      if (mode === "ready" && !anchor) return;
      event.preventDefault();
      if (mode !== "ready") return cancel();
      anchor = null;
      return mark();
    }
    if (event.key === "Enter" && !isInput && at.column === 7) return;
    if (event.key === "Enter" && cards.matches) return step(event, at.row + (at.column > 5 ? 1 : 0), at.column > 5 ? 0 : at.column === 0 ? 2 : at.column + 1);
    if (event.key === "Enter") return step(event, at.row + (event.shiftKey ? -1 : 1), at.column);
    if (event.key === "F2" && isInput) {
      event.preventDefault();
      mode = mode === "editing" ? "typing" : "editing";
      return event.target.setSelectionRange(event.target.value.length, event.target.value.length);
    }
    if (mode === "editing" || event.altKey || cards.matches) return;
    const moves = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-10, 0], PageDown: [10, 0] };
    if (moves[event.key]) {
      const [down, right] = moves[event.key];
      if (command) return step(event, down ? (down < 0 ? 0 : rows.length - 1) : at.row, right ? (right < 0 ? 0 : 6) : at.column);
      return step(event, at.row + down, at.column + right);
    }
    if (event.key === "Home" || event.key === "End") {
      const isHome = event.key === "Home";
      return step(event, command ? (isHome ? 0 : rows.length - 1) : at.row, isHome ? 0 : 6);
    }
    if (mode !== "ready") return;
    const acts = {
      Delete: command ? remove : empty, Backspace: command ? remove : empty, Insert: event.shiftKey || command ? null : insert,
      d: command ? copyDown : null, z: command ? undo : null,
      a: command ? () => { anchor = { row: 0, column: 0 }; at = { row: filled().length ? filled().length - 1 : 0, column: 6 }; mark(); } : null,
    };
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return isInput || command ? undefined : event.stopPropagation();
    event.preventDefault();
    act();
  };
  const placeOf = target => {
    const td = target.closest?.("[role=gridcell]");
    const row = td ? rows.findIndex(each => each.tr === td.parentElement) : -1;
    return row < 0 ? null : { row, column: rows[row].tds.indexOf(td) };
  };
  const listeners = {
    keydown: key,
    focusin: event => {
      const place = placeOf(event.target);
      if (!place) return;
      enter(place.row, place.column);
      if (!cards.matches) event.target.select?.();
      mark();
    },
    focusout: event => {
      commit();
      if (!grid.contains(event.relatedTarget)) line.tell();
    },
    input: event => {
      event.stopPropagation();
      if (mode === "ready") mode = cards.matches ? "editing" : "typing";
      anchor = null;
      put(rows[at.row], columns[at.column], event.target.value.trim());
      line.rest();
    },
    change: event => event.stopPropagation(),
    mousedown: event => {
      const place = placeOf(event.target);
      if (!place || event.button !== 0 || cards.matches || place.column === 7) return;
      if (event.shiftKey) {
        event.preventDefault();
        commit();
        return go(place.row, place.column, true);
      }
      if (event.target === document.activeElement && event.target.matches("input")) {
        if (mode === "ready") mode = "editing";
        anchor = null;
        return mark();
      }
      event.preventDefault();
      go(place.row, place.column);
    },
    mouseover: event => {
      const place = event.buttons === 1 && mode === "ready" && !cards.matches ? placeOf(event.target) : null;
      if (place && (place.row !== at.row || place.column !== at.column)) go(place.row, place.column, true);
    },
    copy: event => {
      if (mode !== "ready" || cards.matches) return;
      const [top, bottom, left, right] = range();
      const copied = rows.slice(top, bottom + 1).map(row => columns.slice(left, Math.min(right, 6) + 1).map(column => column === "description" ? row.tds[1].textContent : row.cells[cells.indexOf(column)]));
      event.clipboardData.setData("text/plain", join(copied));
      event.preventDefault();
      if (event.type === "cut") empty();
    },
    paste: event => {
      const text = event.clipboardData.getData("text/plain");
      if ((mode === "editing" || cards.matches) && !/[\t\n]/.test(text) || at.column === 7) return;
      event.preventDefault();
      commit();
      if (text) spread(text);
    },
  };
  listeners.cut = listeners.copy;
  Object.entries(listeners).forEach(([name, listener]) => grid.addEventListener(name, listener));
  root.addEventListener("click", event => {
    const act = event.target.closest("[data-line]")?.dataset.line;
    if (event.target.closest(".at-remove button")) {
      anchor = null;
      at = placeOf(event.target);
      remove();
    } else if (act === "add") go(rows.length - 1, 0);
    else if (act === "insert") insert();
    else if (act === "remove") remove();
  });
  cards.addEventListener("change", mark);

  // ---- what comes from outside ----
  const load = loaded => {
    const untold = line.untold();
    last = 0;
    rows = loaded.map(answer => ({ ...blank(), id: answer.id, rev: answer.rev, cells: [...answer.cells], told: [...answer.cells], heard: answer.cells.join("\t"), answer }));
    last = Math.max(0, ...rows.map(row => row.id));
    line.knows(rows.map(row => row.id));
    undone.length = 0;
    anchor = null;
    mode = "ready";
    if (untold) {
      untold.forEach((typed, place) => { (rows[place] ??= blank()).cells = typed; });
      rows.length = untold.length;
    }
    settle();
    line.tell();
  };
  if (line.untold()) {
    rows = [];
    settle();
    setTimeout(() => server.invokeMethodAsync("ReturnAsync").catch(() => load(given)));
  } else load(given);

  return {
    load,
    answer: answers => { line.hear(answers); settle(); },
    lead: () => {
      const wrong = body.querySelector("[aria-invalid=true]");
      const place = wrong && placeOf(wrong);
      if (place) go(place.row, place.column);
    },
    leave: line.leave,
  };
};
