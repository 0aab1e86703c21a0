// What is typed is told to the server when the hand rests; what it has not heard outlives the page: whoever comes back finds it.
const pause = 700;
const longest = 1400;
const mostBytes = 20_000;

const isHeard = row => row.heard === row.cells.join("\t");

export const talk = (server, keep, { rows, heard, done, away }) => {
  let order = "";
  let toldOrder = "";
  let timer = 0;
  let since = 0;
  let isLeft = false;

  const stash = () => {
    if (isLeft) return;
    const isAway = rows().some(row => !isHeard(row)) || order !== rows().map(row => row.id).join();
    try {
      if (isAway) sessionStorage.setItem(keep, JSON.stringify(rows().map(row => row.cells))); else sessionStorage.removeItem(keep);
    } catch {
      // A browser that keeps nothing: the server has all but what it never heard.
    }
  };
  const tell = (all = false) => {
    clearTimeout(timer);
    since = 0;
    if (isLeft) return;
    const changed = rows().filter(row => (all ? !isHeard(row) : row.told?.join("\t") !== row.cells.join("\t")));
    const ids = rows().map(row => row.id);
    if (changed.length === 0 && (all ? order : toldOrder) === ids.join()) return;
    toldOrder = ids.join();
    changed.forEach(row => { row.rev++; row.told = [...row.cells]; });
    stash();
    let batch = [];
    let bytes = 0;
    const send = () => {
      const sent = batch;
      try {
        server.invokeMethodAsync("TakeAsync", ids, sent.map(row => ({ id: row.id, rev: row.rev, cells: row.told }))).then(answers => hear(answers, ids), () => lose(sent));
      } catch {
        lose(sent);
      }
      [batch, bytes] = [[], 0];
    };
    changed.forEach(row => {
      batch.push(row);
      bytes += 60 + 3 * row.told.join("").length;
      if (bytes > mostBytes) send();
    });
    if (batch.length > 0 || changed.length === 0) send();
  };
  const lose = sent => {
    sent.forEach(row => { row.told = null; });
    toldOrder = null;
    away();
  };
  const hear = (answers, ids) => {
    if (ids?.join() === toldOrder) order = toldOrder;
    heard(answers);
    stash();
    done();
  };
  const tellAgain = event => {
    if (event.detail.state === "hide") tell(true);
  };
  document.addEventListener("components-reconnect-state-changed", tellAgain, true);

  return {
    tell,
    hear,
    /** Told after a pause, and after the longest one even while the hand goes on. */
    rest: () => {
      const now = performance.now();
      since ||= now;
      clearTimeout(timer);
      timer = setTimeout(tell, Math.max(0, Math.min(pause, since + longest - now)));
    },
    /** What a page that is gone had typed and not told; null where nothing is. */
    untold: () => {
      try {
        return JSON.parse(sessionStorage.getItem(keep));
      } catch {
        return null;
      }
    },
    /** The server has these rows, in this order. */
    knows: ids => { order = toldOrder = ids.join(); },
    leave: () => {
      document.removeEventListener("components-reconnect-state-changed", tellAgain, true);
      clearTimeout(timer);
      isLeft = true;
      sessionStorage.removeItem(keep);
    },
  };
};
