/** Where a file stands: the first whose pattern fits. What fits none is forbidden. */
export const AREAS = [
  ['domain', /^lambda\/domain\/[a-z]+\/(?:[a-z]+\/)?[a-z0-9-]+\.(ts|json)$/],
  ['step', /^lambda\/step\.ts$/],
  [
    'ports',
    /^lambda\/(ports|store-ports|release-ports|flow-ports|deployment-ports|capabilities)\.ts$/,
  ],
  ['access', /^lambda\/access\.ts$/],
  ['errors', /^lambda\/(errors|lazily|content-hash)\.ts$/],
  ['env', /^lambda\/env\.ts$/],
  ['flow', /^lambda\/flow\/[a-z0-9-]+\.ts$/],
  ['run', /^lambda\/(outcome|restrict-ports)\.ts$/],
  ['wiring', /^lambda\/aws-ports\.ts$/],
  ['http', /^lambda\/http\/[a-z0-9-]+\.ts$/],
  ['functions', /^lambda\/adapters\/functions\/[a-z0-9-]+\.ts$/],
  [
    'adapters',
    /^lambda\/adapters\/((account|intake|language-model|model-registry|operator|parser)\/)?[a-z0-9-]+\.ts$/,
  ],
  ['config', /^config\/([a-z0-9-]+\/)*[a-z0-9-]+(\.v\d+)?\.(ts|json|md)$/],
  ['local', /^local\/([a-z0-9-]+\/)*[a-z0-9-]+\.(d\.)?ts$/],
  ['cli', /^cli\/((aws|audit|release)\/)?[a-z0-9-]+\.ts$/],
  ['bin', /^bin\/[a-z0-9-]+\.(ts|mjs)$/],
  ['lib/checks', /^lib\/shared\/checks\/(controls\/)?[a-z0-9-]+\.ts$/],
  ['lib/shared', /^lib\/shared\/[a-z0-9-]+\.ts$/],
  [
    'lib/layer',
    /^lib\/(infrastructure|data|model|governance|orchestration|application)\/(flows\/)?[a-z0-9-]+(\.asl)?\.(ts|json)$/,
  ],
  ['lib/doctor', /^lib\/doctor\/[a-z0-9-]+\.ts$/],
  ['lib/delivery', /^lib\/delivery\/[a-z0-9-]+\.ts$/],
  ['lib', /^lib\/[a-z0-9-]+\.ts$/],
  ['web', /^web\/([a-z0-9-]+\/)?[a-z0-9-]+(\.d)?\.(ts|tsx|css)$/],
  ['web/build', /^web\/build\.mjs$/],
  ['build', /^build(\.mjs|\/[a-z0-9-]+\.(ts|mjs))$/],
] as const;

export type Area = (typeof AREAS)[number][0];

export function areaOf(path: string): Area | null {
  return AREAS.find(([, pattern]) => pattern.test(path))?.[0] ?? null;
}

/** The folders whose every source file is held to the rules. */
export const ROOTS = ['bin', 'build', 'cli', 'config', 'lambda', 'lib', 'local', 'web'] as const;
