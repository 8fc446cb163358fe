/* The pages go on by themselves: news comes by a stream or a long poll, answers wait in an outbox
   until the server has them. Plain old JavaScript, so that browsers of 2018 run it; text only ever
   becomes text nodes. */
(function () {
  "use strict";
  var body = document.body, at = body.getAttribute("data-at"), seq = +body.getAttribute("data-seq");
  var isSeat = at === "/seat", stream = null, stopped = false, heard = 0, wait = 1000, known = {}, lost = "";
  var CONTROLS = "a[href],button,input,select,summary", FIELDS = "input[id],select[id]";

  function byId(id) { return document.getElementById(id); }
  function tell(word) {
    var net = byId("net"), text = word ? body.getAttribute("data-" + word) : "";
    if (net.textContent !== text) { net.textContent = text; }
  }

  /* A tree of [tag, attributes, inside] becomes elements. */
  function built(node) {
    if (typeof node === "string") { return document.createTextNode(node); }
    var made = document.createElement(node[0]), name;
    for (name in node[1]) {
      if (Object.prototype.hasOwnProperty.call(node[1], name)) { made.setAttribute(name, node[1][name]); }
    }
    fill(made, node[2]);
    return made;
  }
  function fill(where, inside) {
    for (var i = 0; i < inside.length; i++) { where.appendChild(built(inside[i])); }
  }

  /* Where the focus is in a region: on what has an id, or on which of its controls. */
  function traced(where) {
    var on = document.activeElement, all = where.querySelectorAll(CONTROLS), at = 0;
    if (!on || on === body || !where.contains(on)) { return null; }
    while (at < all.length && all[at] !== on) { at++; }
    return { id: on.id, at: at, text: on.tagName + on.textContent };
  }
  function refocus(where, was) {
    var there = byId(was.id) || where.querySelectorAll(CONTROLS)[was.at];
    if (there && (was.id || there.tagName + there.textContent === was.text)) { there.focus(); }
    if (!where.contains(document.activeElement)) { lost = where.id; }
  }
  function land(selector) {
    var there = document.querySelector(selector);
    if (!there) { return false; }
    if (!isSeat) { there.scrollIntoView(); return true; }
    if (there.tabIndex < 0) { there.setAttribute("tabindex", "-1"); }
    there.focus();
    return true;
  }

  /* What is filled in and not yet handed in, by field. */
  function filled(where) {
    var boxes = where.querySelectorAll(FIELDS), kept = {}, i;
    for (i = 0; i < boxes.length; i++) {
      kept[boxes[i].id] = { on: boxes[i].checked, value: boxes[i].value };
    }
    return kept;
  }
  function fillIn(where, kept) {
    var boxes = where.querySelectorAll(FIELDS), i, again;
    for (i = 0; i < boxes.length; i++) {
      again = kept[boxes[i].id];
      if (again && /^(checkbox|radio)$/.test(boxes[i].type)) { boxes[i].checked = again.on; }
      else if (again) { boxes[i].value = again.value; }
    }
  }
  function asked(where) {
    var ask = where.querySelector("input[name=ask]");
    return ask ? ask.value : "";
  }

  /* Replaces what is in a region, and keeps what is folded open, filled in and in focus. */
  function replace(where, inside) {
    var open = {}, old = where.querySelectorAll("details[id][open]:not(.latest)"), i;
    var focused = traced(where), kept = filled(where), before = asked(where), now;
    for (i = 0; i < old.length; i++) { open[old[i].id] = true; }
    while (where.firstChild) { where.removeChild(where.firstChild); }
    fill(where, inside);
    now = asked(where);
    if (now && now === before) { fillIn(where, kept); }
    old = where.querySelectorAll("details[id]");
    for (i = 0; i < old.length; i++) { if (open[old[i].id]) { old[i].open = true; } }
    if (focused) { refocus(where, focused); }
    return !!now && now !== before;
  }

  function show(page) {
    var i, where, part, lines = byId("lines"), next = "", isEmpty;
    if (page.epoch !== body.getAttribute("data-epoch")) { stop(); location.reload(); return; }
    if (page.seq < seq) { return; }
    seq = page.seq;
    lost = "";
    for (i = 0; lines && i < page.lines.length; i++) {
      if (!byId(page.lines[i][1].id)) {
        lines.appendChild(built(page.lines[i]));
        if (!isSeat) { lines.parentNode.scrollTop = lines.parentNode.scrollHeight; }
      }
    }
    for (i = 0; i < page.regions.length; i++) {
      part = page.regions[i];
      where = byId(part[0]);
      known[part[0]] = part[2];
      if (where && where.getAttribute("data-print") !== part[1]) {
        isEmpty = !where.firstChild;
        if (replace(where, part[2]) && part[0] === "turn") { next = "#prompt"; }
        if (isEmpty && part[0] === "debrief") { next = "#debrief h2"; }
        refill(where);
        where.setAttribute("data-print", part[1]);
      }
    }
    /* The focus goes to what is new, and never falls out of the page. */
    if (!(next && land(next)) && lost) { land("#prompt") || land("#status"); }
  }

  /* A region that was built anew may hold others, which have not changed themselves. */
  function refill(where) {
    var inner = where.querySelectorAll("[id]"), i;
    for (i = 0; i < inner.length; i++) {
      if (known[inner[i].id]) { replace(inner[i], known[inner[i].id]); }
    }
  }

  function heardOf() { heard = new Date().getTime(); wait = peers ? 400 : 1000; if (!queue.length) { tell(""); } }
  function stop() { stopped = true; if (stream) { stream.close(); stream = null; } }
  function from() {
    var lines = byId("lines");
    return "?after=" + seq + "&lines=" + (lines ? lines.children.length : 0);
  }
  function later(again) { wait = Math.min(wait * 2, 15000); setTimeout(again, wait * (0.5 + Math.random())); }

  function ask(method, url, sent, done, patience) {
    var request = new XMLHttpRequest();
    request.open(method, url, true);
    request.timeout = patience || 40000;
    if (sent) { request.setRequestHeader("Content-Type", "application/json"); }
    request.onload = function () {
      var told = null;
      try { told = JSON.parse(request.responseText); } catch (e) { told = null; }
      done(request.status, told);
    };
    request.onerror = request.ontimeout = function () { done(0, null); };
    request.send(sent || null);
  }

  /* Where several servers share the classes, a page whose own is silent asks each in turn for its
     room, and goes to the one that has it, with what waits in the outbox. Where none has it yet, what comes
     otherwise is done. */
  var peers = body.getAttribute("data-peers"), seeking = null;
  function seek(otherwise) {
    if (!peers) { otherwise(); return; }
    if (seeking) { seeking.push(otherwise); return; }
    seeking = [otherwise];
    var due = [""].concat(peers.split(" ")), room = body.getAttribute("data-room");
    function inVain() {
      var all = seeking, i;
      seeking = null;
      for (i = 0; i < all.length; i++) { all[i](); }
    }
    function next() {
      if (!due.length) { inVain(); return; }
      var base = due.shift();
      ask("GET", base + "/where/" + room, null, function (status, told) {
        if (status !== 200 || !told || !told.here) { next(); }
        else if (base) { go(base + "/seat/come?room=" + room + "&way=" + body.getAttribute("data-way")); }
        else { inVain(); }
      }, 3000);
    }
    next();
  }
  function go(to) {
    stop();
    if (queue.length) { to += "&out=" + encodeURIComponent(JSON.stringify(queue)); }
    queue = []; keep();
    location.replace(to);
  }
  function reload() { location.reload(); }

  /* The stream; where it cannot be had, or brings nothing within five seconds, the long poll. */
  function listen() {
    if (stopped) { return; }
    if (!window.EventSource) { poll(); return; }
    var mine = stream = new EventSource(at + "/stream" + from()), came = false, failed = 0;
    setTimeout(function () { if (!came && mine === stream) { mine.close(); stream = null; poll(); } }, 5000);
    mine.onmessage = function (news) {
      came = true; failed = 0;
      heardOf();
      show(JSON.parse(news.data));
    };
    mine.addEventListener("elsewhere", function () { stop(); tell("elsewhere"); });
    mine.addEventListener("gone", function () { stop(); seek(reload); });
    mine.addEventListener("bye", function () { mine.close(); tell("offline"); later(listen); });
    mine.onerror = function () {
      if (mine !== stream || stopped) { return; }
      tell(queue.length ? "waiting" : "offline");
      failed += 1;
      if (peers) { mine.close(); stream = null; seek(function () { later(listen); }); return; }
      if (mine.readyState === 2 || failed > 3) { mine.close(); stream = null; poll(); }
    };
  }
  function poll() {
    if (stopped) { return; }
    ask("GET", at + "/news" + from(), null, function (status, page) {
      if (status === 200 && page) { heardOf(); show(page); setTimeout(poll, 200); }
      else if (status === 401 || status === 404 || status === 410) { stop(); seek(reload); }
      else { tell(queue.length ? "waiting" : "offline"); seek(function () { later(poll); }); }
    });
  }

  /* The outbox, and what is half filled in, outlive a reload, where the browser lets them. */
  var queue = [], busy = false;
  function store(name, value) {
    try { localStorage.setItem(name, JSON.stringify(value)); } catch (e) { return; }
  }
  function stored(name) {
    try { return JSON.parse(localStorage.getItem(name)); } catch (e) { return null; }
  }
  function keep() { store("outbox", queue); }
  function draft() {
    var turn = byId("turn");
    store("draft", { of: body.getAttribute("data-epoch"), ask: asked(turn), kept: filled(turn) });
  }
  function undraft() {
    var turn = byId("turn"), half = stored("draft");
    if (half && half.of === body.getAttribute("data-epoch") && half.ask === asked(turn)) {
      fillIn(turn, half.kept);
    }
  }
  function send() {
    if (busy || !queue.length) { return; }
    busy = true;
    ask("POST", "/seat/act", JSON.stringify(queue[0]), function (status, told) {
      busy = false;
      if (status === 0 || status >= 500 || status === 429 || status === 408) {
        tell("waiting"); setTimeout(send, 1500 + 1500 * Math.random()); return;
      }
      queue.shift(); keep();
      if (status === 200) { store("draft", null); }
      byId("said").textContent = status === 200 ? "" : told && told.why || "";
      tell(status === 200 ? "sent" : "");
      if (status === 200) { setTimeout(function () { if (!queue.length) { tell(""); } }, 2500); }
      if (status === 401) { location.reload(); return; }
      freeze(queue.length > 0); send();
    });
  }
  function freeze(on) {
    var button = document.querySelector("form[data-outbox] button");
    if (button) { button.setAttribute("aria-disabled", on); }
  }
  function aid() {
    var text = new Date().getTime().toString(36) + "-";
    while (text.length < 24) { text += Math.floor(Math.random() * 36).toString(36); }
    return text;
  }
  document.addEventListener("submit", function (event) {
    var form = event.target, i, one, action = { aid: aid(), picks: [] };
    if (!form.hasAttribute("data-outbox")) { return; }
    event.preventDefault();
    if (form.querySelector("button[aria-disabled=true]")) { return; }
    for (i = 0; i < form.elements.length; i++) {
      one = form.elements[i];
      if ((one.type === "checkbox" || one.type === "radio") && !one.checked) { continue; }
      if (/^pick/.test(one.name)) { if (one.value) { action.picks.push(one.value); } }
      else if (one.name === "revision") { action.revision = +one.value; }
      else if (one.name) { action[one.name] = one.value; }
    }
    queue.push(action); keep(); freeze(true); tell("sending"); send();
  });

  if (isSeat) {
    queue = stored("outbox") || [];
    undraft();
    byId("turn").addEventListener("input", draft);
    byId("turn").addEventListener("change", draft);
    send();
    setInterval(function () {
      if (!document.hidden && !stopped) {
        ask("POST", "/seat/here", "{}", function (status) {
          if (status !== 204) { seek(function () { return; }); }
        }, 10000);
      }
    }, 25000);
  }
  window.addEventListener("online", function () { send(); });
  document.addEventListener("visibilitychange", function () {
    if (!document.hidden && !stopped && !stream && new Date().getTime() - heard > 30000) { send(); }
  });
  window.addEventListener("pagehide", function () { if (stream) { stream.close(); } });
  window.addEventListener("pageshow", function (event) { if (event.persisted) { location.reload(); } });
  if (isSeat && byId("prompt") && byId("lines").children.length > 30) { byId("prompt").scrollIntoView(); }
  listen();
})();
