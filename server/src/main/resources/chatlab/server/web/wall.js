// Draws the inside of the server: its threads and outboxes as it tells them, about twice a second while something changes.
// Names come from strangers: they only ever become text, never HTML.
'use strict';

const SVG = 'http://www.w3.org/2000/svg';
const ENTRY = 'wall-token';
const SILENCE = 40_000; // milliseconds; the server sends something every 15 s
const LONGEST_WAIT = 15_000;
const LARGEST_EVENT = 1_000_000; // characters
const words = document.body.dataset;
const byId = (id) => document.getElementById(id);
const say = (key, ...values) => words[key].replace(/\{(\d)\}/g, (all, i) => values[i] ?? all);

// ---- the stream

let token = '';
let refused = false; // the token was that of an earlier start of the server
let abort = new AbortController();

/** The token stays in this tab: not in the address, where a class would read it, and not in the history. */
function takeToken() {
  if (location.hash.length > 1) {
    store(location.hash.slice(1));
    refused = false;
    history.replaceState(null, '', location.pathname);
  }
  token = stored();
}

function store(value) {
  token = value;
  try {
    sessionStorage.setItem(ENTRY, value);
  } catch {
    // then it lasts until the page is loaded again
  }
}

function stored() {
  try {
    return sessionStorage.getItem(ENTRY) ?? token;
  } catch {
    return token;
  }
}

/** Reads one stream to its end. Returns what to say while the page waits for the next one. */
async function read() {
  abort = new AbortController();
  let alarm = setTimeout(() => abort.abort(), SILENCE);
  try {
    const headers = token ? { Authorization: `Bearer ${token}` } : {};
    const answer = await fetch('/wall/events', { headers, cache: 'no-store', signal: abort.signal });
    if (!answer.ok) return answer.status === 503 ? 'busy' : 'lost';
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return '';
      clearTimeout(alarm);
      alarm = setTimeout(() => abort.abort(), SILENCE);
      const events = (text + value).split('\n\n');
      text = events.pop();
      if (text.length > LARGEST_EVENT) return 'lost';
      const last = events.filter((event) => event.startsWith('data: ')).pop();
      if (last) show(JSON.parse(last.slice(6)));
    }
  } catch {
    return 'lost';
  } finally {
    clearTimeout(alarm);
    abort.abort();
  }
}

async function listen() {
  let wait = 0;
  for (;;) {
    shownOnce = false;
    const trouble = await read();
    if (shownOnce) wait = 0;
    if (trouble) notice(trouble);
    // many pages lose the server at the same moment, and must not all come back at the same moment
    if (trouble || !shownOnce) await new Promise((done) => setTimeout(done, wait * (0.5 + Math.random() / 2)));
    wait = Math.min(LONGEST_WAIT, Math.max(1000, 2 * wait));
  }
}

function notice(key) {
  byId('notice').textContent = key ? words[key] : '';
  byId('notice').hidden = !key;
  document.body.classList.toggle('away', key === 'lost' || key === 'busy');
}

// ---- the page

let shownOnce = false;
let state = null;
let layout = null;

function show(newState) {
  shownOnce = true;
  state = newState;
  if (token && !state.names) {
    store('');
    refused = true;
  }
  notice(refused ? 'token' : '');
  showQuestion(state.question);
  showHands();
  showCourse(state.course);
  showSums();
  drawPicture(); // in the room that the others leave
}

const isStuck = (client) => client.stuck;
const isTalking = (client) => client.read || client.reader === 'obeying';
const isolated = (client) => `\u2068${label(client)}\u2069`; // a name from right to left does not turn the words around it
const label = (client) => client.name || say('client', client.number);

function showSums() {
  const clients = state.clients;
  const kinds = ['accept', `${clients.length + state.moreClients} \u00d7 reader`];
  if (state.threads.postman) kinds.push('postman');
  if (state.writers) kinds.push(`${state.writers} \u00d7 writer`);
  byId('sum').textContent = say('sum', state.people, kinds.join(' + '));
  const list = (those) => those.slice(0, 5).map(label).join(', ') + (those.length > 5 ? ', ...' : '') || words.nobody;
  byId('summary').textContent = say(
    'summary',
    state.people,
    list(clients.filter(isTalking)),
    list(clients.filter((client) => client.reader === 'throttled')),
    list(clients.filter(isStuck)),
    state.hands.length + state.moreHands,
  );
}

/** An element of HTML; a text among the content stays a text. */
function element(tag, name, ...content) {
  const made = document.createElement(tag);
  made.className = name;
  made.append(...content);
  return made;
}

/** A bar, filled to so many parts of all. */
function bar(name, part, all, way = 'width') {
  const made = element('div', name);
  made.style[way] = `${(100 * part) / Math.max(1, all)}%`;
  return made;
}

const drawn = {};

/** Fills a list again, if it is to show something else than before. */
function fill(id, rows) {
  const html = rows.map((row) => row.outerHTML).join('');
  if (drawn[id] !== html) byId(id).replaceChildren(...rows);
  drawn[id] = html;
}

function showQuestion(question) {
  byId('question').hidden = !question;
  if (!question) return;
  const { counts } = question;
  byId('text').textContent = question.text;
  byId('answered').textContent = say('answered', question.answered, question.of);
  byId('bars').className = counts.length ? '' : 'secret';
  byId('question').className = question.options.length > 4 ? 'long' : '';
  fill('bars', question.options.map((option, i) => {
    const row = element('li', '', element('span', 'option', option));
    if (!counts.length) return row;
    row.append(element('span', 'track', bar('bar', counts[i], question.answered)), element('span', 'count', counts[i]));
    return row;
  }));
}

function showHands() {
  const options = state.question?.options.length ?? -6;
  const fit = Math.max(1, (options > 4 ? 8 : 6) - options);
  const more = state.moreHands + Math.max(0, state.hands.length - fit);
  const rows = state.hands.slice(0, fit).map((hand) => {
    const name = element('span', 'name', hand.name || (hand.client ? say('client', hand.client) : words.lostClient));
    name.dir = 'auto';
    return element('li', '', element('span', 'place', hand.place), name);
  });
  if (more) rows.push(element('li', 'more', say('more', more)));
  byId('none').hidden = rows.length > 0;
  fill('up', rows);
}

function showCourse({ students, chapters }) {
  byId('course').hidden = false;
  byId('course').className = chapters.length ? '' : 'empty';
  byId('students').textContent = say('students', students);
  fill('chapters', chapters.map(({ number, read, predicted, passed }) => {
    const parts = Object.entries({ read, predicted, passed });
    const box = element('div', 'track', ...parts.map(([name, count]) => bar(name, count, students, 'height')));
    const row = element('li', '', box, number);
    row.title = say('chapter', number, students, read, predicted, passed);
    return row;
  }));
}

// ---- the picture: rows while there is room for them, then a grid

const HALL = 0.52; // where its middle is, as a part of the width

const unit = () => parseFloat(getComputedStyle(document.documentElement).fontSize);

/** An element of SVG; `at` has its attributes. */
function shape(parent, tag, name, at, text) {
  const made = document.createElementNS(SVG, tag);
  made.setAttribute('class', name);
  for (const [key, value] of Object.entries(at)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  parent.append(made);
  return made;
}

const ruler = document.createElement('canvas').getContext('2d');
const FONTS = getComputedStyle(document.body).fontFamily;

/** Cuts a text to this many pixels. */
function fit(text, pixels, size) {
  ruler.font = `${size}px ${FONTS}`;
  const letters = [...text];
  let shown = text;
  while (letters.pop() && ruler.measureText(shown).width > pixels) shown = letters.join('') + '\u2026';
  return shown;
}

function bytes(count) {
  if (count < 1000) return say('bytes', count);
  return count < 1_000_000 ? say('kilobytes', Math.round(count / 1000)) : say('megabytes', (count / 1e6).toFixed(1));
}

function drawPicture() {
  const svg = byId('picture');
  const size = svg.getBoundingClientRect();
  const key = [state.clients.map((client) => `${client.number} ${client.name}`), size.width, size.height].join();
  if (!layout || layout.key !== key) {
    svg.replaceChildren();
    svg.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
    layout = { key, ...drawAll(svg, size.width, size.height, unit()) };
  }
  state.clients.forEach((client, i) => layout.update[i](client));
  layout.accept.textContent = words[camel('accept', state.threads.accept)] ?? '';
  const served = state.clients.findLastIndex((client) => client.served);
  if (served >= 0) layout.doors[served] && (layout.dot.style.transform = layout.doors[served]);
  layout.postman.textContent = state.threads.postman ? words[camel('postman', state.threads.postman)] : words.writers;
}

const camel = (thread, its) => thread + its[0].toUpperCase() + its.slice(1);

function drawAll(svg, width, height, u) {
  const clients = state.clients;
  const top = 3.2 * u;
  const inRows = clients.length * 2.3 * u <= height - top;
  const big = { 'font-size': 1.1 * u };
  const small = { 'font-size': u };
  shape(svg, 'rect', 'box', { x: 1, y: 1, width: 6 * u, height: 2.2 * u, rx: 0.4 * u });
  shape(svg, 'text', 'server', { x: 0.8 * u, y: 1.5 * u, ...small }, 'accept');
  const accept = shape(svg, 'text', 'dim', { x: 6.8 * u, y: 1.5 * u, ...small });
  const end = { x: width - 1, 'text-anchor': 'end' };
  const postman = shape(svg, 'text', 'dim', { ...end, y: 1.5 * u, ...small });
  if (state.threads.postman) {
    shape(svg, 'text', 'server', { ...end, x: width - 7.6 * u, y: 1.5 * u, ...small }, words.postman);
    postman.setAttribute('text-anchor', 'start');
    postman.setAttribute('x', width - 7 * u);
  }
  if (!clients.length) {
    const side = Math.min(12 * u, height - 15 * u);
    shape(svg, 'text', 'dim', { x: width * HALL, y: 13 * u, 'text-anchor': 'middle', ...big }, words.empty);
    if (side > 6 * u) shape(svg, 'image', '', { x: width * HALL - side / 2, y: 14.4 * u, width: side, href: '/qr.svg' });
  }
  const parts = { accept, postman, update: [], doors: [], dot: null };
  const area = { x: 0, y: top, width, height: height - top };
  (inRows ? drawRows : drawGrid)(svg, area, u, parts);
  parts.dot = shape(svg, 'circle', 'dot', { r: (parts.dense ? 0.25 : 0.5) * u, cx: 0, cy: 0 });
  parts.dot.style.transform = parts.doors[0] ?? 'translate(-99px, -99px)';
  if (!state.threads.postman) parts.dot.remove();
  return parts;
}

function drawRows(svg, area, u, parts) {
  const step = Math.min(5.5 * u, area.height / Math.max(1, state.clients.length));
  const tall = Math.min(2.6 * u, step * 0.82);
  const deep = step * (state.clients.length - 1) + tall;
  const left = area.width * 0.4;
  const hall = { x: area.width * HALL, y: area.y + Math.max(3 * u, deep / 2), r: 2.9 * u };
  const right = area.width * 0.66;
  const wide = area.width * 0.15;
  const door = area.width - 0.8 * u;
  if (state.clients.length) {
    shape(svg, 'line', 'round', { x1: door, x2: door, y1: area.y, y2: area.y + deep });
  }
  state.clients.forEach((client, i) => {
    const y = area.y + i * step;
    const middle = y + tall / 2;
    const group = shape(svg, 'g', '', {});
    const curve = (name, x1, y1, x2, y2) => {
      const bend = (x1 + x2) / 2;
      shape(group, 'path', name, { d: `M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}` });
    };
    curve('wire in', left, middle, hall.x - hall.r, hall.y);
    curve('wire out', hall.x + hall.r, hall.y, right, middle);
    shape(group, 'rect', 'box task', { x: 1, y, width: left, height: tall, rx: 0.4 * u });
    const baseline = { y: middle + 0.36 * u, 'font-size': u };
    shape(group, 'text', 'name', { x: 0.7 * u, ...baseline }, fit(say('reader', isolated(client)), left - 9 * u, u));
    const text = shape(group, 'text', 'state', { x: left - 0.6 * u, 'text-anchor': 'end', ...baseline });
    const outbox = { x: right, y, height: tall, rx: 0.4 * u };
    shape(group, 'rect', 'box outbox', { ...outbox, width: wide });
    const fill = shape(group, 'rect', 'fill', { ...outbox, width: 0 });
    const waiting = shape(group, 'text', 'waiting', { x: right + wide + 0.5 * u, ...baseline });
    const stuck = shape(group, 'text', 'out-state', { x: right + wide + 0.5 * u, ...baseline });
    stuck.setAttribute('dy', 0.55 * u);
    parts.doors.push(`translate(${door}px, ${middle}px)`);
    parts.update.push((now) => {
      group.setAttribute('class', classes(now));
      text.textContent = reader(now);
      fill.setAttribute('width', fillOf(now, wide));
      waiting.textContent = bytes(now.waiting);
      stuck.textContent = isStuck(now) ? words.stuck : '';
      waiting.setAttribute('dy', isStuck(now) ? -0.55 * u : 0);
    });
  });
  shape(svg, 'circle', 'hall', { cx: hall.x, cy: hall.y, r: hall.r });
  const centre = { x: hall.x, 'text-anchor': 'middle' };
  shape(svg, 'text', 'hall-name', { ...centre, y: hall.y + 0.35 * u, 'font-size': 1.1 * u }, words.hall);
  shape(svg, 'text', 'dim order', { ...centre, y: hall.y + hall.r + 1.4 * u, 'font-size': u }, words.order);
}

function drawGrid(svg, area, u, parts) {
  const centre = { x: area.width * 0.5, 'text-anchor': 'middle', y: area.y - 1.7 * u, 'font-size': u };
  shape(svg, 'rect', 'hall', { x: centre.x - 4 * u, y: 1, width: 8 * u, height: 2.2 * u, rx: 1.1 * u });
  shape(svg, 'text', 'hall-name', centre, words.hall);
  const count = state.clients.length;
  const columns = columnsFor(count, area, u);
  const narrow = area.width / columns < 5 * u;
  parts.dense = narrow;
  const gap = (narrow ? 0.2 : 0.4) * u;
  const wide = (area.width - 2 + gap) / columns;
  const tall = Math.min(6.5 * u, (area.height - 2 + gap) / Math.ceil(count / columns));
  const roomy = tall >= 3.8 * u && wide >= 7 * u;
  state.clients.forEach((client, i) => {
    const x = 1 + (i % columns) * wide;
    const y = area.y + Math.floor(i / columns) * tall;
    const cell = { x, y, width: wide - gap, height: tall - gap, rx: Math.min(0.4 * u, wide * 0.1) };
    const group = shape(svg, 'g', '', {});
    shape(group, 'rect', 'box', cell);
    const low = { x, width: cell.width, height: Math.min(0.7 * u, cell.height * 0.22), rx: 2 };
    low.y = y + cell.height - low.height;
    shape(group, 'rect', 'outbox', low);
    const fill = shape(group, 'rect', 'fill', { ...low, width: 0 });
    shape(group, 'rect', 'edge', cell);
    const name = narrow ? String(client.number) : fit(label(client), cell.width - 1.2 * u, u);
    const at = narrow ? { x: x + cell.width / 2, 'text-anchor': 'middle' } : { x: x + 0.5 * u };
    const size = Math.min(u, cell.height * 0.78, narrow ? cell.width * 0.47 : u);
    shape(group, 'text', 'name', { ...at, y: y + (roomy ? 1.25 * u : (cell.height - low.height) / 2 + size * 0.36), 'font-size': size }, name);
    const text = roomy && shape(group, 'text', 'state', { x: x + 0.5 * u, y: y + 2.5 * u, 'font-size': u });
    const inset = (narrow ? 0.25 : 0.6) * u;
    parts.doors.push(`translate(${x + cell.width - inset}px, ${y + inset}px)`);
    parts.update.push((now) => {
      group.setAttribute('class', classes(now));
      fill.setAttribute('width', fillOf(now, low.width));
      if (roomy) text.textContent = fit(isStuck(now) ? bytes(now.waiting) : reader(now), cell.width - u, u);
    });
  });
}

/** The fewest columns with which all cells fit, from cells with room for words on to those with room for a number. */
function columnsFor(count, area, u) {
  let columns = Math.max(1, Math.floor(area.width / (9 * u)));
  while (Math.ceil(count / columns) * 1.9 * u > area.height && area.width / (columns + 1) > 2.1 * u) columns++;
  return columns;
}

function classes(client) {
  const is = { reads: isTalking(client), served: client.served, stuck: isStuck(client) };
  is[client.reader] = true;
  return Object.keys(is).filter((name) => is[name]).join(' ');
}

const reader = (client) => (isTalking(client) && client.reader === 'reading' ? words.read : words[client.reader] ?? '');
const fillOf = (client, wide) => (client.waiting ? Math.max(3, (wide * Math.min(100, client.percent)) / 100) : 0);

takeToken();
addEventListener('hashchange', () => {
  takeToken();
  abort.abort();
});
new ResizeObserver(() => state && drawPicture()).observe(byId('picture')); // also where a notice comes or goes
listen();
