// What the browser must do by itself: keys, popovers, preferences, the connection. Everything else is C#.
(() => {
  "use strict";

  const root = document.documentElement;
  const year = 365 * 24 * 3600;
  const darkDevice = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : darkDevice.matches;
  const visible = element => element.getClientRects().length > 0 && !element.disabled && element.getAttribute("aria-disabled") !== "true";
  const cookie = (name, value) => {
    const secure = location.protocol === "https:" ? ";secure" : "";
    document.cookie = `${name}=${encodeURIComponent(value)};path=/;max-age=${value === "" ? 0 : year};samesite=lax${secure}`;
  };

  let dark = null;
  const tellDark = () => dark?.invokeMethodAsync("DarkChanged", isDark());
  darkDevice.addEventListener("change", tellDark);

  // ---- keys ----
  // Any visible control with data-key="v" answers to V; data-key="g j" answers to G then J. Digits go by position, so that AZERTY needs no Shift.
  const typing = target => target.closest?.("input:not([type=checkbox]):not([type=radio]):not([type=file]),textarea,select,[contenteditable=true]");
  const scopeOf = () => [...document.querySelectorAll("dialog[open],.mud-dialog")].at(-1) ?? document;
  const press = (key, scope) => {
    const control = [...scope.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].find(visible);
    if (!control) return false;
    control.focus({ preventScroll: true });
    control.click();
    return true;
  };
  const nameOf = event => {
    if (event.key === "/" || event.key === "?") return event.key;
    if (/^Digit[1-9]$/.test(event.code)) return event.code.at(-1);
    return event.key.length === 1 ? event.key.toLowerCase() : event.key;
  };
  const moves = { j: "next", k: "previous", ArrowDown: "next", ArrowUp: "previous", Enter: "open", " ": "select" };
  let goneAt = -Infinity;

  const listKey = (event, name, scope) => {
    const move = moves[name];
    if (!move) return false;
    const inside = event.target.closest?.("[data-list]");
    const own = event.target.closest?.("a,button,input,summary,[tabindex]:not([data-row]):not([data-list]):not(main)");
    if ((move === "open" || move === "select") && own) return false;
    if (name.startsWith("Arrow") && !inside) return false;
    const list = inside ?? [...scope.querySelectorAll("[data-list]")].find(visible);
    if (!list) return false;
    list.dispatchEvent(new CustomEvent("listkey", { bubbles: true, detail: { move, extend: event.shiftKey } }));
    return true;
  };

  const pickAll = scope => {
    const list = [...scope.querySelectorAll("[data-list][data-pickable]")].find(visible);
    list?.dispatchEvent(new CustomEvent("listkey", { bubbles: true, detail: { move: "all", extend: false } }));
    return !!list;
  };

  const handle = event => {
    const name = nameOf(event);
    const command = event.ctrlKey || event.metaKey;
    if (command && name === "k" && !event.altKey && !event.shiftKey) {
      portal.openDialog("palette");
      return true;
    }
    const scope = scopeOf();
    if (command && name === "Enter") return press("ctrl+enter", scope);
    if (command && name === "a" && !event.altKey && !event.shiftKey && !typing(event.target)) return pickAll(scope);
    if (command || event.altKey || typing(event.target)) return false;
    if (name === "Escape") return !document.querySelector(":popover-open") && scope === document && press("Escape", scope);
    if (name.length === 1 && name !== " " && root.dataset.letters === "off") return false;
    if (event.timeStamp - goneAt < 1500) {
      goneAt = -Infinity;
      if (press(`g ${name}`, scope)) return true;
    }
    if (name === "?") return portal.openDialog("shortcuts");
    if (name === "g" && scope === document) {
      goneAt = event.timeStamp;
      return true;
    }
    if (name === "/") {
      const filter = [...scope.querySelectorAll("[data-filter]")].find(visible);
      filter?.focus();
      return !!filter;
    }
    return listKey(event, name, scope) || (name.length === 1 && name !== " " && press(name, scope));
  };

  document.addEventListener("keydown", event => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.target.matches?.("[data-palette]") && ["ArrowDown", "ArrowUp", "Enter"].includes(event.key)) {
      event.preventDefault();
      return;
    }
    if (handle(event)) event.preventDefault();
  });

  // ---- popovers, dialogs, drops ----
  document.addEventListener("toggle", event => {
    const panel = event.target;
    if (!panel.matches?.("[popover]")) return;
    if (event.newState !== "open") {
      delete panel.dataset.placed;
      return;
    }
    const from = document.querySelector(`[popovertarget="${CSS.escape(panel.id)}"]`)?.getBoundingClientRect();
    if (from) {
      const { width, height } = panel.getBoundingClientRect();
      const below = from.bottom + 4 + height <= innerHeight || from.top < height;
      const left = panel.dataset.align === "end" ? from.right - width : from.left;
      panel.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
      panel.style.top = `${Math.max(8, below ? Math.min(from.bottom + 4, innerHeight - height - 8) : from.top - height - 4)}px`;
    }
    panel.dataset.placed = "";
  }, true);

  document.addEventListener("click", event => {
    const target = event.target;
    if (target.closest("[data-skip]")) {
      event.preventDefault();
      document.querySelector("main")?.focus();
    } else if (target.closest("[data-open-dialog]")) {
      portal.openDialog(target.closest("[data-open-dialog]").dataset.openDialog);
    } else if (target.closest("[data-pick-date]")) {
      target.closest("[data-pick-date]").nextElementSibling.showPicker();
    } else if (target.closest("[data-print]")) {
      print();
    } else if (target.closest("[data-retry]")) {
      reconnect();
    } else if (target.closest("[data-reload]")) {
      location.reload();
    } else if (target.matches("dialog.over")) {
      target.close();
    }
    if (target.closest("[data-close],[popover] a")) {
      target.closest("[popover]")?.hidePopover();
      target.closest("dialog.over")?.close();
    }
  });

  // A click beside a dialog leaves the hand where it was: its keys still answer.
  document.addEventListener("mousedown", event => event.target.closest?.(".mud-overlay") && event.preventDefault());

  for (const [type, over] of [["dragover", true], ["dragleave", false], ["drop", false]]) {
    document.addEventListener(type, event => event.target.closest?.(".drop")?.classList.toggle("over", over));
  }

  // A field for files forgets those of before when it is given others, also the ones whose bytes are still to be asked for: it is given them back.
  document.addEventListener("change", event => {
    const field = event.target;
    const before = field._blazorFilesById;
    if (before) field.addEventListener("change", () => Object.assign(field._blazorFilesById, before), { once: true });
  }, true);

  // ---- drafts ----
  // A pause in typing is told to the fields as if the person had left them, then to the form, which keeps what they now hold.
  // A field that makes something else of half a word (data-whole) is told only when it is left.
  const pause = 700;
  const longest = 1400;
  const forms = new WeakMap();
  const settle = form => {
    const { fields } = forms.get(form);
    forms.delete(form);
    if (!form.isConnected) return;
    fields.forEach(field => field.dispatchEvent(new Event("change", { bubbles: true })));
    form.dispatchEvent(new CustomEvent("typed", { bubbles: true }));
  };
  const typed = (event, field) => {
    const form = event.target.closest?.("[data-drafted]");
    if (!form) return;
    const now = performance.now();
    const waiting = forms.get(form) ?? { since: now, fields: new Set() };
    if (field && !field.closest("[data-whole]")) waiting.fields.add(field);
    clearTimeout(waiting.timer);
    waiting.timer = setTimeout(settle, Math.max(0, Math.min(pause, waiting.since + longest - now)), form);
    forms.set(form, waiting);
  };
  document.addEventListener("input", event => typed(event, event.target.matches("textarea,input:not([type=checkbox]):not([type=radio]):not([type=file])") ? event.target : null));
  document.addEventListener("change", event => event.isTrusted && typed(event));
  document.addEventListener("click", event => typed(event));

  // ---- the connection ----
  const reconnect = async () => {
    try {
      if (!await Blazor.reconnect()) location.reload();
    } catch {
      // The server is still away; the notice stays and the person may try again.
    }
  };
  const modal = document.getElementById("components-reconnect-modal");
  modal?.addEventListener("components-reconnect-state-changed", event => {
    if (event.detail.state === "rejected" || event.detail.state === "resume-failed") location.reload();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && modal?.classList.contains("components-reconnect-failed")) reconnect();
  });

  Blazor.registerCustomEventType("listkey", { createEventArgs: event => event.detail });
  Blazor.registerCustomEventType("typed", { createEventArgs: () => ({}) });

  const portal = window.advPortal = {
    interactive: () => { root.dataset.interactive = "true"; },
    watchDark: reference => { dark = reference; return isDark(); },
    unwatchDark: () => { dark = null; },
    prefer: (name, value) => {
      cookie(`adv.${name}`, value);
      if (value === "") delete root.dataset[name]; else root.dataset[name] = value;
      if (name === "theme") tellDark();
    },
    preferred: name => root.dataset[name] ?? null,
    speak: language => {
      cookie(".AspNetCore.Culture", `c=${language}|uic=${language}`);
      location.reload();
    },
    openDialog: id => {
      const dialog = document.getElementById(id);
      if (!dialog || dialog.open) return false;
      document.querySelectorAll(":popover-open").forEach(panel => panel.hidePopover());
      dialog.showModal();
      dialog.querySelector("input")?.select();
      return true;
    },
    closeDialog: id => document.getElementById(id)?.close(),
    focusCurrent: list => list?.querySelector(".cur")?.focus(),
    revealFirst: selector => document.querySelector(selector)?.scrollIntoView({ block: "nearest", inline: "nearest" }),
    reveal: id => document.getElementById(id)?.scrollIntoView({ block: "nearest" }),
    focus: id => document.getElementById(id)?.focus(),
    save: async (name, type, stream) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([await stream.arrayBuffer()], { type }));
      link.download = name;
      link.click();
      URL.revokeObjectURL(link.href);
    },
    copy: text => navigator.clipboard?.writeText(text),
  };

  Blazor.start();
})();
