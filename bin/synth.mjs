#!/usr/bin/env node
// The CDK app, as the CDK CLI calls it (cdk.json).
import { runSource } from './run-source.mjs';

await runSource('app');
