// What the lines of an order are made of: their columns, and text as spreadsheets copy it.
export const columns = ["code", "description", "quantity", "unit", "price", "per", "date", "remove"];
export const cells = ["code", "quantity", "unit", "price", "per", "date"];
export const numbers = new Set(["quantity", "price", "per"]);
const mostText = 500_000;

export const make = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => value !== undefined && element.setAttribute(key, value));
  element.append(...children);
  return element;
};
export const fill = (words, ...parts) => words.replace(/\{(\d)\}/g, (_, at) => parts[at]);

// Spreadsheets part cells by tabs and quote those that hold a tab, a line or a quote. A quote that nothing closes is an inch.
export const split = text => {
  const rest = text.slice(0, mostText).replace(/\r\n?/g, "\n").replace(/\n$/, "");
  const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
  const plain = /[^\t\n]*/y;
  const table = [[]];
  for (let at = 0; ; at++) {
    quoted.lastIndex = plain.lastIndex = at;
    const found = quoted.exec(rest);
    const cell = found ? found[1].replaceAll('""', '"') : plain.exec(rest)[0];
    at = found ? quoted.lastIndex : plain.lastIndex;
    table.at(-1).push(cell.replace(/[\t\n ]+/g, " ").trim());
    if (at >= rest.length) return table;
    if (rest[at] === "\n") table.push([]);
  }
};
export const join = table => table.map(row => row.map(cell => /[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell).join("\t")).join("\n");
export const isNumber = cell => /^[\d\s.,'’+\-\u2212€%/]*$/.test(cell);
