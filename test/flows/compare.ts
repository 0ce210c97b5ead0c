import { branchCases } from './cases/branch-cases.ts';
import { choiceCases } from './cases/choice-cases.ts';
import { dataCases } from './cases/data-cases.ts';
import { failureCases } from './cases/failure-cases.ts';
import { functionCases } from './cases/function-cases.ts';
import { productCases } from './cases/product-cases.ts';
import { timeAndSizeCases } from './cases/time-and-size-cases.ts';
import { deviationOf, staleDeviations } from './deviations.ts';
import { differences } from './differences.ts';
import type { FlowCase, Run } from './flow-case.ts';
import { serveFunctions } from './functions.ts';
import { otherEngine } from './other-engine.ts';
import { runHere } from './our-engine.ts';

const AT_ONCE = 8;
const [, , endpoint = '', functionsPort = ''] = process.argv;

const cases: readonly FlowCase[] = [
  ...failureCases,
  ...timeAndSizeCases,
  ...branchCases,
  ...productCases(),
  ...dataCases,
  ...functionCases,
  ...choiceCases,
];
const ids = new Map(cases.map((flowCase, index) => [`case${index}`, flowCase]));
if (new Set(cases.map(({ name }) => name)).size < cases.length) throw new Error('a name twice');

const started = Date.now();
const functions = await serveFunctions(Number(functionsPort), ids);
const other = otherEngine(endpoint, functions);
/** In the order of the cases' ends. */
const found: { readonly name: string; readonly differing: readonly string[] }[] = [];
const waiting = ids.entries();
await Promise.all(Array.from({ length: AT_ONCE }, work));
functions.close();
report();

async function work(): Promise<void> {
  for (const [id, flowCase] of waiting) {
    const ours = await runHere(flowCase, id).catch(refusal);
    const theirs = await other.run(flowCase, id).catch(refusal);
    found.push({ name: flowCase.name, differing: differences(flowCase.definition, ours, theirs) });
  }
}

/** A definition that an engine does not take is a result too. */
function refusal(error: unknown): Run {
  return { error: 'refused', cause: String(error), entered: [], calls: [] };
}

function report(): void {
  const deviating = found.filter(({ differing }) => differing.length > 0);
  const unknown = deviating.filter(({ name }) => deviationOf(name) === undefined);
  const agreed = found.filter(({ differing }) => differing.length === 0);
  const stale = staleDeviations(deviating.map(({ name }) => name));
  for (const { name, differing } of unknown)
    console.log(`DIFFERS ${name}\n  ${differing.join('\n  ')}`);
  for (const name of stale)
    console.log(`AGREES although test/flows/deviations.ts names it: ${name}`);
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(
    `ci: ${agreed.length} of ${found.length} cases agree, ${deviating.length - unknown.length} ` +
      `deviate for a reason that test/flows/deviations.ts gives, ${unknown.length} differ (${seconds} s)`,
  );
  if (unknown.length + stale.length > 0) process.exitCode = 1;
}
