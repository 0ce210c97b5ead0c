import { ConfigurationError } from '../../lambda/errors.ts';

/** 3.0-5 writes UBJSON artefacts, which our scorer reads; 1.7 wrote a binary that it does not. */
const TAG = '3.0-5';
/** ECR accounts of `sagemaker-xgboost`: image_uri_config/xgboost.json, sagemaker-python-sdk, 2026-08-21. */
const ACCOUNTS: Readonly<Record<string, string>> = {
  'us-east-1': '683313688378',
  'eu-west-1': '141502667606',
  'eu-central-1': '492215442770',
};

/** URI of SageMaker's built-in XGBoost container. @throws ConfigurationError for another region */
export function xgboostImage(region: string): string {
  const account = ACCOUNTS[region];
  if (!account) {
    throw new ConfigurationError(
      `region must be one of ${Object.keys(ACCOUNTS).join(', ')}, got ${region}; ` +
        'add the account of its XGBoost container to lib/model/xgboost-image.ts',
    );
  }
  return `${account}.dkr.ecr.${region}.amazonaws.com/sagemaker-xgboost:${TAG}`;
}

/** ARN of the repository, for the roles that pull from it. */
export function xgboostRepository(partition: string, region: string): string {
  const account = xgboostImage(region).split('.')[0] ?? '';
  return `arn:${partition}:ecr:${region}:${account}:repository/sagemaker-xgboost`;
}
