import { useState } from 'react';
import type { Side } from '../../lambda/domain/document/document.ts';
import type { Api, Settings } from '../api.ts';
import { May } from '../shell/may.tsx';
import { SIDE_NAMES } from '../shell/side-name.tsx';
import { toError } from '../shell/use-resource.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Container } from '../ui/container.tsx';
import { FormField } from '../ui/form-field.tsx';
import { Header } from '../ui/header.tsx';
import { SpaceBetween } from '../ui/space-between.tsx';
import { TextField } from '../ui/text-field.tsx';

/** The migration switch: whose result counts for the documents to come. */
export function PrimarySide(props: { readonly api: Api; readonly settings: Settings }) {
  const { api, settings } = props;
  const [primary, setPrimary] = useState<Side>(settings.primary);
  const [reason, setReason] = useState('');
  const [turning, setTurning] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const other: Side = primary === 'mlops' ? 'llmops' : 'mlops';
  const turn = async () => {
    setTurning(true);
    try {
      const turned = await api.turnPrimarySide(other, reason);
      setPrimary(turned.primary);
      setReason('');
      setError(null);
    } catch (caught) {
      setError(toError(caught).message);
    }
    setTurning(false);
  };
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Both sides read every document; the primary side's result counts. Who turns it, and why, stands in the audit log."
        >
          {`Primary side: ${SIDE_NAMES[primary]}`}
        </Header>
      }
    >
      {settings.sides[other] ? (
        <May use="PUT /settings/primary-side">
          <SpaceBetween size="s">
            <FormField label={`Why ${SIDE_NAMES[other]} is to count from now on`}>
              <TextField value={reason} placeholder="a reason, for the log" onChange={setReason} />
            </FormField>
            <Button
              loading={turning}
              disabled={reason.trim().length < 3}
              onClick={() => void turn()}
            >
              {`Make ${SIDE_NAMES[other]} primary`}
            </Button>
            {error === null ? null : (
              <Alert type="error" header="The switch was not turned">
                {error}
              </Alert>
            )}
          </SpaceBetween>
        </May>
      ) : null}
    </Container>
  );
}
