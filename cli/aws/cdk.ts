import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { StrataError } from '../../lambda/errors.ts';

class CdkError extends StrataError {
  override readonly name = 'CdkError';
}

/** Runs the CDK's command of this checkout; what it prints and asks goes to the terminal. */
export async function runCdk(root: string, args: readonly string[]): Promise<void> {
  const cdk = join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, [cdk, ...args], { cwd: root, stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  throw new CdkError(
    `cdk ${args[0]} must end with 0, got ${code}; read its messages above, then run this again`,
  );
}
