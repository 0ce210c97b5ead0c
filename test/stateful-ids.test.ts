import { statefulIds } from '../lib/shared/checks/stateful.ts';
import { synthesize } from './lib/synthesize.ts';

/** A changed line here means that AWS replaces what holds data: migrate first. */
const PINNED = `
application/ConsoleSiteConsole3C142B13: AWS::S3::Bucket
application/SignInUsers1801E146: AWS::Cognito::UserPool
data/ArtefactStoreArtefacts32767C7D: AWS::S3::Bucket
data/DocumentStoreDocumentsD279CE8E: AWS::S3::Bucket
data/LlmopsVectorsCollectionAE0A0FBF: AWS::OpenSearchServerless::Collection
data/LlmopsVectorsGroup16929895: AWS::OpenSearchServerless::CollectionGroup
data/MlopsFeatureGroup2A971016: AWS::SageMaker::FeatureGroup
data/RecordsTableRecords30738B38: AWS::DynamoDB::GlobalTable
governance/AuditLogAuditD78A7EB2: AWS::S3::Bucket
governance/LlmopsPromptRegistryPromptsBFA37999: AWS::S3::Bucket
infrastructure/AccessLogs8B620ECA: AWS::S3::Bucket
infrastructure/Key961B73FD: AWS::KMS::Key
model/MlopsPackageGroupBF4F8AB8: AWS::SageMaker::ModelPackageGroup
`;

test('the ids of what holds data are the pinned ones', () => {
  expect(statefulIds(synthesize('prod'))).toEqual(PINNED.trim().split('\n'));
});
