import { buildParser } from '../build.mjs';

/** Threads run JavaScript: suites that read files find the bundle of parsers up to date. */
export default async function setUp() {
  await buildParser();
}
