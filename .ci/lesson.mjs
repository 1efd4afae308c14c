// The part of .ci/lesson in a browser: a student opens the page of the room, downloads the window's program, and compares its
// checksum with the page; the wall for the projector shows clients that talk. Prints the name of the file and the command of the page that starts it.
// node lesson.mjs PLAYWRIGHT ADDRESS FOLDER
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';

const [playwright, address, folder] = process.argv.slice(2);
const { chromium } = createRequire(import.meta.url)(playwright);
const hang = 300_000; // milliseconds: long enough for a busy machine
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', ...quiet], timeout: hang });

const must = (holds, sentence) => {
  if (!holds) throw new Error(sentence);
};

// eventually: waits until the page is as the function says.
const eventually = (page, holds, sentence) =>
  page.waitForFunction(holds).catch((cause) => {
    throw new Error(sentence, { cause });
  });

// look: opens an address of the page, and takes a picture. A complaint of the browser, as of the content policy, is an error.
async function look(path, name, options) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(hang);
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address + path);
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  const width = await page.evaluate(() => document.documentElement.scrollWidth).catch(() => 0);
  must(width <= options.viewport.width, `${name} is ${width} px wide, in a window of ${options.viewport.width} px`);
  must(complaints.length === 0, `the browser complains of ${name}: ${complaints.join('; ')}`);
  return page;
}

for (const width of [360, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    for (const javaScriptEnabled of [true, false]) {
      const name = `page-${width}-${colorScheme}${javaScriptEnabled ? '' : '-without-script'}`;
      const options = { viewport: { width, height: 800 }, colorScheme, javaScriptEnabled };
      const page = await look('/', name, options);
      const copy = await page.getByRole('button', { name: 'Copy' }).count();
      must((copy > 0) === javaScriptEnabled, `${name} shows ${copy} buttons to copy`);
    }
  }
}
const book = await look('/book/index.html', 'book', { viewport: { width: 1280, height: 800 } });
await book.getByRole('link', { name: 'What a socket is' }).first().click();
await eventually(book, () => document.title.includes('What a socket is'), 'the book does not open its first chapter');

// the wall, while three clients talk: the browser's complaints of the policy come while it draws, too
const talkers = [1, 2, 3].map(() => connect(8081, new URL(address).hostname).resume());
talkers.forEach((talker, i) => talker.write(`/nick talker${i}\n`));
const talk = setInterval(() => talkers.forEach((talker) => talker.write('hello\n')), 600);
const wall = await look('/wall', 'wall', { viewport: { width: 1600, height: 900 } });
const complaints = [];
wall.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
wall.on('pageerror', (error) => complaints.push(error.message));
await wall.waitForSelector('#picture g.reads');
await wall.waitForFunction(() => document.querySelectorAll('#picture g').length === 3);
const howToReport = wall.getByText('learn --class');
await howToReport.waitFor({ state: 'visible' });
talkers[0].write('/did talker0 k3f9k3f9 2 passed\n');
await wall.waitForSelector('#chapters .passed');
await howToReport.waitFor({ state: 'hidden' });
const fills = () => {
  const picture = document.getElementById('picture');
  return picture.viewBox.baseVal.height === picture.getBoundingClientRect().height;
};
await eventually(wall, fills, 'the wall draws for another height than it has');
await wall.screenshot({ path: `${folder}/wall.png` });
const height = await wall.evaluate(() => document.documentElement.scrollHeight);
must(height <= 900, `the wall is ${height} px high, in a window of 900 px`);
must(!(await wall.content()).includes('talker'), 'the wall shows names without the token');
must(complaints.length === 0, `the browser complains of the wall: ${complaints.join('; ')}`);
// a class of 28: each cell says in words what its reader does
const listeners = Array.from({ length: 25 }, () => connect(8081, new URL(address).hostname).resume());
for (const [width, height] of [[1024, 768], [1600, 900]]) {
  await wall.setViewportSize({ width, height });
  await wall.waitForFunction(() => document.querySelectorAll('#picture g').length === 28);
  await wall.screenshot({ path: `${folder}/wall-28-${width}.png` });
  const silent = await wall.evaluate(() => {
    const states = [...document.querySelectorAll('#picture g')].map((cell) => cell.querySelector('.state')?.textContent);
    return states.filter((words) => !words).length;
  });
  must(silent === 0, `at ${width} x ${height}, ${silent} of 28 cells of the wall have no words`);
}
clearInterval(talk);
listeners.forEach((listener) => listener.end('/quit\n'));
talkers.forEach((talker) => talker.end('/quit\n'));
await wall.waitForFunction(() => document.querySelectorAll('#picture g').length === 0);
await wall.close();

const page = await look('/', 'page', { viewport: { width: 1280, height: 800 } });
const [download] = await Promise.all([
  page.waitForEvent('download'),
  page.getByRole('link', { name: 'chat-client.jar' }).first().click(),
]);
const file = `${folder}/${download.suggestedFilename()}`;
await download.saveAs(file);
const checksum = createHash('sha256').update(readFileSync(file)).digest('hex');
must((await page.content()).includes(checksum), `the page does not have the checksum of ${file}, ${checksum}`);
const command = await page.locator('.command code').filter({ hasText: 'chat-client.jar' }).innerText();
console.log(`${file}\n${command}`);
await browser.close();
