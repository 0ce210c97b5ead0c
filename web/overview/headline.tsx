import { Box } from '../ui/box.tsx';
import { Container } from '../ui/container.tsx';
import { KeyValuePairs } from '../ui/key-value-pairs.tsx';
import type { ReactNode } from 'react';
import type { Report } from '../../lambda/domain/compare/report-schema.ts';
import { count, isExtractive, percent } from '../format.ts';
import { Measured } from './not-measured.tsx';
import { sidesOf } from './overview.ts';

/** How much was read, scored and refused, and how often the sides agree. */
export function Headline({ report }: { readonly report: Report }) {
  const scored = sidesOf(report).map((side) => report.sides[side]?.scored ?? 0);
  return (
    <Container>
      <KeyValuePairs
        columns={4}
        items={[
          { label: 'Documents read', value: <Figure>{count(report.documents)}</Figure> },
          {
            label: 'Scored with labels',
            value: <Figure>{count(Math.max(0, ...scored))}</Figure>,
          },
          { label: 'Refused', value: <Figure>{count(report.rejected.count)}</Figure> },
          {
            label: isExtractive(report.reader)
              ? 'The extractive reader names the same category as MLOps'
              : 'Both sides name the same category',
            value: (
              <Measured
                report={report}
                path="agreement.category"
                value={report.agreement?.category}
                show={showShare}
              />
            ),
          },
        ]}
      />
    </Container>
  );
}

function showShare(share: number) {
  return <Figure>{percent(share)}</Figure>;
}

function Figure({ children }: { readonly children: ReactNode }) {
  return (
    <Box variant="span" fontSize="heading-xl" fontWeight="bold">
      {children}
    </Box>
  );
}
