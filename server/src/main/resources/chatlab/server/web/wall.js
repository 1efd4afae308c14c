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
const setText = (node, text) => node.textContent === text || (node.textContent = text); // most of them stay as they are
const say = (key, ...values) => words[key].replace(/\{(\d)\}/g, (all, i) => values[i] ?? all);

// ---- the stream

let memory = {}; // of this tab; where the browser forbids that, the token lasts until the page is loaded again
try {
  memory = sessionStorage;
} catch {}
let token = memory[ENTRY] ?? '';
let refused = false; // the token was that of an earlier start of the server
let shownOnce = false; // by the stream that is read now
let abort = new AbortController();

/** The token stays in this tab: not in the address, where a class would read it, and not in the history. */
function takeToken() {
  if (location.hash.length > 1) {
    token = memory[ENTRY] = location.hash.slice(1);
    refused = false;
    history.replaceState(null, '', location.pathname);
    abort.abort(); // the stream without it
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
  } catch (fault) {
    console.warn(fault); // it may be one of this script
    return 'lost';
  } finally {
    clearTimeout(alarm);
    abort.abort();
  }
}

async function listen() {
  notice('connecting');
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
  setText(byId('notice'), key && words[key]);
  document.body.classList.toggle('away', key === 'lost' || key === 'busy');
}

// ---- the page

let state = null;
let picture = null;

function show(newState) {
  shownOnce = true;
  state = newState;
  if (token && !state.names) {
    token = memory[ENTRY] = '';
    refused = true;
  }
  notice(refused ? 'token' : '');
  byId('room').hidden = byId('course').hidden = false;
  showQuestion(state.question);
  showHands();
  showCourse(state.course);
  showSums();
  drawPicture(); // in the room that the others leave
}

/** What the reader of a client does. It also counts what it has read since the picture before. */
const readerOf = ({ reader, read }) => (reader === 'obeying' || (reader === 'reading' && read) ? 'reads' : reader);
const stateOf = (client) => (client.stuck ? 'stuck' : readerOf(client));
const label = ({ number, name }) => name || say('client', number);
const isolated = (name) => `\u2068${name}\u2069`; // a name from right to left does not turn the words around it
const listed = ({ number, name }) => (name ? `${number} ${isolated(name)}` : say('client', number));

/** The first clients in this state, as a text. */
function clientsThat(wanted) {
  const found = state.clients.filter((client) => stateOf(client) === wanted);
  return found.slice(0, 5).map(listed).join(', ') + (found.length > 5 ? ` ${say('more', found.length - 5)}` : '');
}

function showSums() {
  const { clients, moreClients, writers, people, hands, moreHands } = state;
  const readers = `${clients.length + moreClients} \u00d7 reader`;
  const kinds = ['accept', readers, state.threads.postman && 'postman', writers && `${writers} \u00d7 writer`];
  setText(byId('sum'), say('sum', people, kinds.filter(Boolean).join(' + ')));
  const lists = ['reads', 'throttled', 'stuck'].map((wanted) => clientsThat(wanted) || words.nobody);
  setText(byId('summary'), say('summary', people, ...lists, hands.length + moreHands));
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

const filled = {};

/** Fills a list with a row for each item, unless it shows them already. */
function fill(id, items, rowOf) {
  const now = JSON.stringify(items);
  if (now !== filled[id]) byId(id).replaceChildren(...items.map(rowOf));
  filled[id] = now;
}

function showQuestion(question) {
  byId('question').hidden = !question;
  if (!question) return;
  const { text, options, answered, of, counts } = question;
  setText(byId('text'), text);
  setText(byId('answered'), say('answered', answered, of));
  byId('question').className = options.length > 4 ? 'long' : '';
  fill('bars', options.map((option, i) => [option, counts[i], answered]), ([option, count, all]) => {
    const row = element('li', '', element('span', 'option', option));
    if (count !== undefined) row.append(element('span', 'track', bar('bar', count, all)), element('span', 'count', count));
    return row;
  });
}

function showHands() {
  const options = state.question?.options.length ?? -6;
  const shown = state.hands.slice(0, Math.max(1, (options > 4 ? 8 : 6) - options));
  const more = state.moreHands + state.hands.length - shown.length;
  setText(byId('more'), more ? say('more', more) : '');
  fill('up', shown, (hand) => {
    const name = element('span', 'name', hand.name || (hand.client ? say('client', hand.client) : words.lostClient));
    name.dir = 'auto';
    return element('li', '', element('span', 'place', hand.place), name);
  });
}

function showCourse({ students, chapters }) {
  byId('course').className = chapters.length ? '' : 'empty';
  setText(byId('students'), say('students', students));
  fill('chapters', chapters.map((chapter) => ({ students, ...chapter })), ({ number, read, predicted, passed }) => {
    const shown = Object.entries({ read, predicted, passed }).filter(([, count]) => count);
    const bars = shown.map(([name, count]) => bar(name, count, students, 'height'));
    const box = element('div', 'track', ...bars);
    box.role = 'img';
    box.title = box.ariaLabel = say('chapter', number, students, read, predicted, passed);
    return element('li', '', box, number);
  });
}

// ---- the picture: rows while there is room for them, then a grid

const HALL = 0.52; // where its middle is, as a part of the width
const FULL = 8.3; // cells that are less wide have short words

/** Cells of the grid, from large to small: the room that one needs, in units of a text's size, and what it shows. */
const CELLS = [
  { wide: FULL, tall: 3.4, lines: 2 }, // name and state
  { wide: 5, tall: 3, lines: 2 },
  { wide: 5, tall: 1.9, lines: 1 }, // the name alone
  { wide: 2.1, tall: 1.9, lines: 0 }, // the number
];

/** An element of SVG; `at` has its attributes. */
function shape(parent, tag, name, at, text) {
  const made = document.createElementNS(SVG, tag);
  made.setAttribute('class', name);
  for (const [key, value] of Object.entries(at)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  parent.append(made);
  return made;
}

const FONTS = getComputedStyle(document.body).fontFamily;
const ruler = document.createElement('canvas').getContext('2d');

function widthOf(text, size) {
  ruler.font = `${size}px ${FONTS}`;
  return ruler.measureText(text).width;
}

/** Cuts a text to this many pixels. */
function fit(text, pixels, size) {
  const letters = [...text];
  let shown = text;
  while (letters.pop() && widthOf(shown, size) > pixels) shown = letters.join('') + '\u2026';
  return shown;
}

function bytes(count) {
  if (count < 1000) return say('bytes', count);
  return count < 1_000_000 ? say('kilobytes', Math.round(count / 1000)) : say('megabytes', (count / 1e6).toFixed(1));
}

/** Draws everything when a client came or went or the size changed, otherwise only the clients that have changed. */
function drawPicture() {
  const svg = byId('picture');
  const { width, height } = svg.getBoundingClientRect();
  const key = JSON.stringify([width, height, state.clients.map(({ number, name }) => [number, name])]);
  if (picture?.key !== key) {
    svg.replaceChildren();
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    picture = { key, ...drawAll(svg, width, height) };
  }
  state.clients.forEach((client, i) => {
    const now = JSON.stringify(client);
    if (now !== picture.drawn[i]) picture.places[i].draw(client);
    picture.drawn[i] = now;
  });
  setText(picture.accept, threadWords('accept'));
  setText(picture.postman, state.threads.postman ? threadWords('postman') : words.writers);
  if (picture.rest) setText(picture.rest, fit(statesInWords(), width, picture.u));
  picture.stop = picture.places[state.clients.findLastIndex((client) => client.served)] ?? picture.stop;
  if (picture.dot) picture.dot.style.transform = `translate(${picture.stop.x}px, ${picture.stop.y}px)`;
}

const threadWords = (thread) => document.body.getAttribute(`data-${thread}-${state.threads[thread]}`) ?? '';

/** For cells in which no words have room: the rarest state first. */
function statesInWords() {
  const states = ['stuck', 'throttled', 'reads'].filter(clientsThat).map((its) => `${words[its]}: ${clientsThat(its)}`);
  if (state.moreClients) states.unshift(say('more', state.moreClients));
  return states.join(' \u00b7 ');
}

function drawAll(svg, width, height) {
  const u = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const { clients, threads } = state;
  const top = 3.2 * u;
  const area = { y: top, width, height: height - top };
  const text = { y: 1.5 * u, 'font-size': u };
  shape(svg, 'rect', 'box', { x: 1, y: 1, width: 6 * u, height: 2.2 * u, rx: 0.4 * u });
  shape(svg, 'text', 'server', { ...text, x: 0.8 * u }, 'accept');
  const accept = shape(svg, 'text', 'dim', { ...text, x: 6.8 * u });
  const end = { ...text, 'text-anchor': 'end' };
  if (threads.postman) shape(svg, 'text', 'server', { ...end, x: width - 8.7 * u }, words.postman);
  const postman = shape(svg, 'text', 'dim', threads.postman ? { ...text, x: width - 8.1 * u } : { ...end, x: width - 1 });
  if (!clients.length) drawInvitation(svg, width, height, u);
  const inRows = clients.length * 2.3 * u <= Math.max(0, area.height);
  const { places, rest, small } = (inRows ? drawRows : drawGrid)(svg, area, u);
  const dot = threads.postman && clients.length && shape(svg, 'circle', 'dot', { r: (small ? 0.25 : 0.5) * u });
  return { u, accept, postman, places, rest, dot, stop: places[0], drawn: [] };
}

function drawInvitation(svg, width, height, u) {
  const side = Math.min(12 * u, height - 15 * u);
  const at = { x: width * HALL, y: 13 * u, 'text-anchor': 'middle', 'font-size': 1.1 * u };
  shape(svg, 'text', 'dim', at, words.empty);
  if (side > 6 * u) shape(svg, 'image', '', { x: at.x - side / 2, y: 14.4 * u, width: side, href: '/qr.svg' });
}

function drawRows(svg, area, u) {
  const step = Math.min(5.5 * u, area.height / Math.max(1, state.clients.length));
  const tall = Math.min(2.6 * u, step * 0.82);
  const deep = step * (state.clients.length - 1) + tall;
  const left = area.width * 0.4;
  const hall = { x: area.width * HALL, y: area.y + Math.max(3 * u, deep / 2), r: 2.9 * u };
  const right = area.width * 0.66;
  const wide = area.width * 0.15;
  const door = area.width - 0.8 * u;
  if (deep > 0) shape(svg, 'line', 'round', { x1: door, x2: door, y1: area.y, y2: area.y + deep });
  const places = state.clients.map((client, i) => {
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
    const text = { y: middle + 0.36 * u, 'font-size': u };
    shape(group, 'text', 'name', { ...text, x: 0.7 * u }, fit(say('reader', isolated(label(client))), left - 9 * u, u));
    const reader = shape(group, 'text', 'state', { ...text, x: left - 0.6 * u, 'text-anchor': 'end' });
    const outbox = { x: right, y, height: tall, rx: 0.4 * u };
    shape(group, 'rect', 'box outbox', { ...outbox, width: wide });
    const mail = shape(group, 'rect', 'fill', { ...outbox, width: 0 });
    const waiting = shape(group, 'text', 'waiting', { ...text, x: right + wide + 0.5 * u });
    const stuck = shape(group, 'text', 'out-state', { ...text, x: right + wide + 0.5 * u, dy: 0.55 * u });
    const draw = (now) => {
      group.setAttribute('class', classes(now));
      setText(reader, words[readerOf(now)]);
      mail.setAttribute('width', fillOf(now, wide));
      setText(waiting, bytes(now.waiting));
      setText(stuck, now.stuck ? words.stuck : '');
    };
    return { x: door, y: middle, draw };
  });
  shape(svg, 'circle', 'hall', { cx: hall.x, cy: hall.y, r: hall.r });
  const centre = { x: hall.x, 'text-anchor': 'middle' };
  shape(svg, 'text', 'hall-name', { ...centre, y: hall.y + 0.35 * u, 'font-size': 1.1 * u }, words.hall);
  shape(svg, 'text', 'dim order', { ...centre, y: hall.y + hall.r + 1.4 * u, 'font-size': u }, words.order);
  return { places };
}

/** The largest cells of which all have room, and in how many columns. The smallest cells get lower where there are too many. */
function gridFor(count, area, u) {
  for (const cell of CELLS) {
    const height = area.height - (cell.lines < 2 ? 1.6 * u : 0); // what no cell says in words is said under them
    const most = Math.floor(area.width / (cell.wide * u));
    const columns = Math.max(Math.floor(area.width / (9 * u)), Math.ceil(count / Math.floor(height / (cell.tall * u))));
    if (columns <= most || !cell.lines) return { lines: cell.lines, height, columns: Math.min(columns, most) };
  }
}

function drawGrid(svg, area, u) {
  const centre = { x: area.width * 0.5, 'text-anchor': 'middle', y: area.y - 1.7 * u, 'font-size': u };
  shape(svg, 'rect', 'hall', { x: centre.x - 4 * u, y: 1, width: 8 * u, height: 2.2 * u, rx: 1.1 * u });
  shape(svg, 'text', 'hall-name', centre, words.hall);
  const { height, columns, lines } = gridFor(state.clients.length, area, u);
  const short = area.width / columns < FULL * u;
  const gap = (lines ? 0.35 : 0.2) * u;
  const wide = (area.width - 2 + gap) / columns;
  const tall = Math.min(6.5 * u, (height - 2 + gap) / Math.ceil(state.clients.length / columns));
  const cell = { width: wide - gap, height: tall - gap, rx: Math.min(0.4 * u, wide * 0.1) };
  const low = { width: cell.width, height: Math.min(0.7 * u, cell.height * 0.22), rx: 2 };
  const above = cell.height - low.height;
  const line = Math.min(1.25 * u, above / 2);
  const inside = cell.width - 0.8 * u; // for texts
  const widest = widthOf(`${state.clients.at(-1).number}`.replace(/./g, '0'), u);
  const size = lines ? u : Math.min(u, above * 0.9, (0.85 * u * cell.width) / widest);
  const places = state.clients.map((client, i) => {
    const x = 1 + (i % columns) * wide;
    const y = area.y + Math.floor(i / columns) * tall;
    const group = shape(svg, 'g', '', {});
    shape(group, 'rect', 'box', { ...cell, x, y });
    const outbox = { ...low, x, y: y + above };
    shape(group, 'rect', 'outbox', outbox);
    const mail = shape(group, 'rect', 'fill', { ...outbox, width: 0 });
    shape(group, 'rect', 'edge', { ...cell, x, y });
    const name = lines ? fit(short ? client.name || `${client.number}` : label(client), inside, u) : `${client.number}`;
    const baseline = y + above / 2 + 0.36 * size;
    const text = { 'font-size': size, x: lines ? x + 0.4 * u : x + cell.width / 2, 'text-anchor': lines ? 'start' : 'middle' };
    shape(group, 'text', 'name', { ...text, y: lines === 2 ? baseline - line / 2 : baseline }, name);
    const does = lines === 2 && shape(group, 'text', 'state does', { ...text, y: baseline + line / 2 });
    const inset = (lines ? 0.6 : 0.25) * u;
    const draw = (now) => {
      group.setAttribute('class', classes(now));
      mail.setAttribute('width', fillOf(now, low.width));
      if (does) setText(does, fit(words[stateOf(now) + (short ? 'Short' : '')], inside, u));
    };
    return { x: x + cell.width - inset, y: y + inset, draw };
  });
  const rest = lines < 2 && shape(svg, 'text', 'dim', { x: 1, y: area.y + area.height - 0.3 * u, 'font-size': u });
  return { places, rest, small: !lines };
}

const classes = (client) => [readerOf(client), client.stuck && 'stuck', client.served && 'served'].filter(Boolean).join(' ');
const fillOf = (client, wide) => (client.waiting ? Math.max(3, (wide * Math.min(100, client.percent)) / 100) : 0);

takeToken();
addEventListener('hashchange', takeToken);
new ResizeObserver(() => state && drawPicture()).observe(byId('picture')); // also where a notice comes or goes
document.fonts.load(`1em ${FONTS}`).then(listen, listen); // texts are measured with it
