import { paginateListServiceQuotas, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { type ClientSettings, clientSettings } from '../client-settings.ts';
import { ask, PATIENCE } from './ask.ts';

/** The quotas of a service as they hold for the account in the region. */
export function serviceQuotas(client: ClientSettings) {
  const quotas = new ServiceQuotasClient(clientSettings(client, PATIENCE));
  return async (service: string) =>
    ask(
      { service: 'Service Quotas', resource: service, needs: 'servicequotas:ListServiceQuotas' },
      async () => {
        const found: { code: string; name: string; value: number; adjustable: boolean }[] = [];
        const pages = paginateListServiceQuotas({ client: quotas }, { ServiceCode: service });
        for await (const page of pages) {
          for (const { QuotaCode, QuotaName, Value, Adjustable } of page.Quotas ?? []) {
            if (QuotaName === undefined || Value === undefined) continue;
            const adjustable = Adjustable === true;
            found.push({ code: QuotaCode ?? '', name: QuotaName, value: Value, adjustable });
          }
        }
        return found;
      },
    );
}
