#!/usr/bin/env node
// Every check on every profile: `npm run checks`, with `-- --details` for reasons and costs.
import { runSource } from './run-source.mjs';

await runSource('checks');
