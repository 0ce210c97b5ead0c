import { resourcesOf } from './checked.ts';
import type { Checked } from './checked.ts';

/** What services make on their own beside a resource, which deleting the stack leaves behind. */
const SERVICE_MADE: Readonly<Record<string, string>> = {
  'AWS::SageMaker::Pipeline':
    'log groups `/aws/sagemaker/TrainingJobs` and the training jobs in the history, made by each run',
  'AWS::SageMaker::Endpoint':
    'log group `/aws/sagemaker/Endpoints/<endpoint>`, made by SageMaker, and models and endpoint configurations of approved packages (`strata destroy` deletes them)',
  'AWS::SageMaker::ModelPackageGroup':
    'model packages: the group does not delete while it holds one (`strata destroy` deletes them)',
  'AWS::ApiGateway::Stage': 'log group `API-Gateway-Execution-Logs_<api>/v1`, made by API Gateway',
};

/** What is left after `cdk destroy` of an environment, one line each, sorted. */
export function survivorsOf(checked: Pick<Checked, 'profile' | 'templates'>): readonly string[] {
  const resources = resourcesOf(checked);
  const retained = resources
    .filter(({ DeletionPolicy }) => DeletionPolicy?.startsWith('Retain') ?? false)
    .map(({ layer, Type }) => `${layer}: \`${Type}\` is retained`);
  const made = resources.flatMap(({ layer, Type }) => {
    const text = SERVICE_MADE[Type];
    return text ? [`${layer}: ${text}`] : [];
  });
  const counts = new Map<string, number>();
  for (const one of [...retained, ...made]) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts]
    .map(([text, count]) => (count > 1 ? `${text} (${count})` : text))
    .concat(['account: assets of the deployments in the CDK bootstrap bucket'])
    .sort();
}
