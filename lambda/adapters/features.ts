import {
  DeleteRecordCommand,
  GetRecordCommand,
  PutRecordCommand,
  SageMakerFeatureStoreRuntimeClient,
} from '@aws-sdk/client-sagemaker-featurestore-runtime';
import * as z from 'zod';
import { FEATURE_RECORD } from '../../config/store-schemas.ts';
import type { DocumentReference } from '../domain/document/document.ts';
import { NotFoundError } from '../errors.ts';
import type { Features } from '../ports.ts';
import { callAws } from './aws-errors.ts';
import { type ClientSettings, clientSettings } from './client-settings.ts';
import { lazily } from '../lazily.ts';

const recordSchema = /* @__PURE__ */ lazily(() =>
  z.object({
    eventTime: z.string(),
    vectoriser: z.string(),
    vector: z
      .string()
      .transform((json): unknown => JSON.parse(json))
      .pipe(z.strictObject({ indices: z.array(z.int()), values: z.array(z.number()) })),
  }),
);

/**
 * One record a document in a Feature Group, the vector as JSON text: Feature Store has no sparse
 * type. Needs sagemaker:PutRecord, GetRecord and DeleteRecord on the group.
 */
export function featureStoreFeatures(options: {
  readonly featureGroup: string;
  readonly client?: ClientSettings;
}): Features {
  const FeatureGroupName = options.featureGroup;
  const client = new SageMakerFeatureStoreRuntimeClient(
    clientSettings(options.client ?? {}, { requestTimeoutMs: 5_000, attempts: 5 }),
  );
  const call = {
    service: 'Feature Store',
    resource: FeatureGroupName,
    remedy: 'let the construct that owns the feature group grant this function its use',
  };
  return {
    async put(document, record) {
      const values = {
        [FEATURE_RECORD.id]: recordId(document),
        [FEATURE_RECORD.eventTime]: record.eventTime,
        [FEATURE_RECORD.vectoriser]: record.vectoriser,
        [FEATURE_RECORD.vector]: JSON.stringify(record.vector),
      };
      const command = new PutRecordCommand({
        FeatureGroupName,
        Record: Object.entries(values).map(([FeatureName, ValueAsString]) => ({
          FeatureName,
          ValueAsString,
        })),
      });
      await callAws(call, () => client.send(command));
    },
    async remove(document) {
      const command = new DeleteRecordCommand({
        FeatureGroupName,
        RecordIdentifierValueAsString: recordId(document),
        EventTime: new Date().toISOString(),
        DeletionMode: 'HardDelete',
      });
      await callAws(call, () => client.send(command));
    },
    async get(document) {
      const command = new GetRecordCommand({
        FeatureGroupName,
        RecordIdentifierValueAsString: recordId(document),
        FeatureNames: [FEATURE_RECORD.eventTime, FEATURE_RECORD.vectoriser, FEATURE_RECORD.vector],
      });
      const { Record } = await callAws(call, () => client.send(command));
      if (!Record || Record.length === 0) {
        throw new NotFoundError(`${FeatureGroupName} must hold features of ${recordId(document)}`);
      }
      const value = (name: string) =>
        Record.find(({ FeatureName }) => FeatureName === name)?.ValueAsString;
      return recordSchema().parse({
        eventTime: value(FEATURE_RECORD.eventTime),
        vectoriser: value(FEATURE_RECORD.vectoriser),
        vector: value(FEATURE_RECORD.vector),
      });
    },
  };
}

function recordId({ tenant, documentId }: DocumentReference): string {
  return `${tenant}/${documentId}`;
}
