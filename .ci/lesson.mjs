// The part of .ci/lesson that a student does in a browser: opens the page of the room, downloads the window's program, and
// compares its checksum with the page. Prints the name of the file and the command of the page that starts it.
// node lesson.mjs PLAYWRIGHT ADDRESS FOLDER
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [playwright, address, folder] = process.argv.slice(2);
const { chromium } = createRequire(import.meta.url)(playwright);
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', ...quiet] });

const must = (holds, sentence) => {
  if (!holds) throw new Error(sentence);
};

// look: opens an address of the page, and takes a picture. A complaint of the browser, as of the content policy, is an error.
async function look(path, name, options) {
  const context = await browser.newContext(options);
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
must((await book.title()).includes('What a socket is'), 'the book does not open its first chapter');

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
