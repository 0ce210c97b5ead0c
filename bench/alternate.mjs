// Two ways of the same work, in alternation: what else the machine does falls on both alike.
import { spawnSync } from 'node:child_process';

/** Wall and CPU seconds of a shell command, its children's included (POSIX `times`). */
export function timed(command, cwd) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(
    'sh',
    ['-c', `${command} >&2\ns=$?\ntimes\nexit $s`],
    {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1e9,
    },
  );
  const wall = (performance.now() - started) / 1_000;
  if (status !== 0) {
    throw new Error(`${command} must end with 0, got ${status}:\n${stderr.slice(-4_000)}`);
  }
  const children = stdout.trim().split('\n').at(-1) ?? '';
  const cpu = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
  return { wall, cpu };
}

/** Runs both `turns` times and prints each turn, both medians and their ratio. */
export function compare({ turns, base, head }) {
  const taken = { base: [], head: [] };
  for (let turn = 1; turn <= turns; turn += 1) {
    for (const [name, run] of Object.entries({ base, head })) {
      const time = run();
      taken[name].push(time);
      console.log(
        `turn ${turn} ${name}: ${time.wall.toFixed(1)} s, ${time.cpu.toFixed(1)} s of CPU`,
      );
    }
  }
  for (const measure of ['wall', 'cpu']) {
    const [before, now] = ['base', 'head'].map((name) =>
      median(taken[name].map((time) => time[measure])),
    );
    console.log(
      `${measure}: median ${before.toFixed(1)} s before, ${now.toFixed(1)} s now, ratio ${(now / before).toFixed(2)}`,
    );
  }
}

export function option(name, otherwise) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
