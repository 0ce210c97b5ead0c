import { Option } from 'commander';
import { dev } from '../../config/dev.ts';
import { prod } from '../../config/prod.ts';
import { staging } from '../../config/staging.ts';
import { student } from '../../config/student.ts';

export const PROFILES = { student, dev, staging, prod };
export type ProfileFlag = { readonly env: keyof typeof PROFILES };

/** Of every command that works in an AWS account. */
export function environmentOption(): Option {
  return new Option('--env <name>', 'environment')
    .choices(Object.keys(PROFILES))
    .default('student');
}
