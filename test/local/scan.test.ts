import sharp from 'sharp';
import { evenlyLit } from '../../local/adapters/scan/even-lighting.ts';
import { skewOf } from '../../local/adapters/scan/skew.ts';

/** Ten lines of words, as an image of these colours. */
function page(ink: string, ground: string | null) {
  const words = Array.from(
    { length: 10 },
    (_, at) => `<text x="60" y="${100 + at * 40}">Total due EUR 1,284.00 by 13 April 2024</text>`,
  );
  const paper = ground === null ? '' : `<rect width="800" height="600" fill="${ground}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">${paper}<g font-size="28" fill="${ink}">${words.join('')}</g></svg>`;
  return sharp(Buffer.from(svg)).png();
}
async function lightness(image: ReturnType<typeof page>) {
  const { data } = await evenlyLit(sharp(await image.toBuffer()));
  const sorted = data.toSorted((a, b) => a - b);
  return { darkest: sorted[0] ?? 0, middle: sorted[sorted.length / 2] ?? 0 };
}

test.each([
  ['black on white', '#000', '#fff'],
  ['black on grey paper', '#222', '#999'],
  ['white on dark ground', '#fff', '#222'],
  ['white on no ground', '#fff', null],
  ['black on no ground', '#000', null],
])('%s comes out dark on white', async (_, ink, ground) => {
  const { darkest, middle } = await lightness(page(ink, ground));
  expect(darkest).toBeLessThan(128);
  expect(middle).toBeGreaterThan(240);
});

test('paper in shadow on one side comes out white on both', async () => {
  const shadow = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><defs><linearGradient id="g"><stop offset="0" stop-color="#000" stop-opacity="0.6"/><stop offset="1" stop-color="#000" stop-opacity="0"/></linearGradient></defs><rect width="800" height="600" fill="url(#g)"/></svg>',
  );
  const dim = sharp(await page('#000', '#fff').toBuffer())
    .composite([{ input: shadow }])
    .png();
  expect((await lightness(dim)).middle).toBeGreaterThan(240);
});

test.each([
  -10, -5, -2, 2, 5, 10,
])('a page that lies askew by %d degrees is found so', async (degrees) => {
  const upright = await page('#000', '#fff').toBuffer();
  const askew = await sharp(upright)
    .rotate(degrees, { background: '#fff' })
    .greyscale()
    .png()
    .toBuffer();
  expect(await skewOf(sharp(askew))).toBeCloseTo(-degrees, 0);
});

test('a straight page and an empty one are left as they are', async () => {
  const straight = await page('#000', '#fff').greyscale().toBuffer();
  const empty = sharp({ create: { width: 400, height: 300, channels: 3, background: '#fff' } });
  expect([await skewOf(sharp(straight)), await skewOf(empty.greyscale().png())]).toEqual([0, 0]);
});
