import { Box } from '../ui/box.tsx';
import { Button } from '../ui/button.tsx';
import { Header } from '../ui/header.tsx';
import { StatusIndicator } from '../ui/status-indicator.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type {
  DocumentRecord,
  ExtractedField,
  Side,
  SideResult,
} from '../../lambda/domain/document/document.ts';
import type { CharacterRange } from '../../lambda/domain/text/character-range.ts';
import { fieldLabel, percent } from '../format.ts';
import { SIDE_NAMES } from '../shell/side-name.tsx';

interface FieldRow {
  readonly name: string;
  readonly mlops: ExtractedField | undefined;
  readonly llmops: ExtractedField | undefined;
  readonly agreement: 'same' | 'different' | 'mlops-only' | 'llmops-only' | undefined;
  readonly unsupported: boolean;
}

/** Every field that either side gave: value, confidence, where it stands. */
export function FieldsTable(props: {
  readonly record: DocumentRecord;
  readonly onSelect: (range: CharacterRange) => void;
}) {
  const rows = toRows(props.record);
  return (
    <Table
      header={
        <Header
          variant="h2"
          counter={`(${rows.length})`}
          description="“Show” marks where a value stands in the text below."
        >
          Fields
        </Header>
      }
      label="Fields of both sides"
      keyOf={({ name }) => name}
      items={rows}
      empty={<Box textAlign="center">Neither side found a field.</Box>}
      columns={columns(props.onSelect)}
    />
  );
}

function columns(onSelect: (range: CharacterRange) => void): readonly Column<FieldRow>[] {
  const sideColumn = (side: Side): Column<FieldRow> => ({
    id: side,
    header: SIDE_NAMES[side],
    cell: (row) => <FieldCell row={row} side={side} onSelect={onSelect} />,
  });
  return [
    { id: 'name', header: 'Field', isRowHeader: true, cell: (row) => fieldLabel(row.name) },
    sideColumn('mlops'),
    sideColumn('llmops'),
    {
      id: 'agreement',
      header: 'Agreement',
      minWidth: 160,
      cell: (row) => <FieldAgreement row={row} />,
    },
  ];
}

function FieldCell(props: {
  readonly row: FieldRow;
  readonly side: Side;
  readonly onSelect: (range: CharacterRange) => void;
}) {
  const field = props.row[props.side];
  if (field === undefined) return <Box color="text-body-secondary">–</Box>;
  const value = typeof field.value === 'string' ? field.value : field.value.join(', ');
  const span = field.spans[0];
  return (
    <div className="field-cell">
      <span>{value}</span>
      <Box color="text-body-secondary" fontSize="body-s" display="inline">
        {percent(field.confidence, 0)}
        {span === undefined ? ', inferred' : ''}
      </Box>
      {span === undefined ? null : (
        <Button
          variant="inline-link"
          ariaLabel={`Show ${fieldLabel(props.row.name)} of ${SIDE_NAMES[props.side]} in the text`}
          onClick={() => props.onSelect(span)}
        >
          Show
        </Button>
      )}
    </div>
  );
}

const AGREEMENTS = {
  same: { type: 'success', label: 'Same' },
  different: { type: 'warning', label: 'Different' },
  'mlops-only': { type: 'info', label: 'MLOps only' },
  'llmops-only': { type: 'info', label: 'LLMOps only' },
} as const;

function FieldAgreement({ row }: { readonly row: FieldRow }) {
  if (row.unsupported) {
    return <StatusIndicator type="warning">Not supported by the text</StatusIndicator>;
  }
  if (row.agreement === undefined) {
    return <StatusIndicator type="not-started">Not compared</StatusIndicator>;
  }
  const { type, label } = AGREEMENTS[row.agreement];
  return <StatusIndicator type={type}>{label}</StatusIndicator>;
}

function toRows({ results, comparison }: DocumentRecord): readonly FieldRow[] {
  const mlops = fieldsOf(results?.mlops);
  const llmops = fieldsOf(results?.llmops);
  const unsupported = results?.llmops.status === 'done' ? (results.llmops.unsupported ?? []) : [];
  const names = new Set([...Object.keys(mlops), ...Object.keys(llmops)]);
  return [...names].sort().map((name) => ({
    name,
    mlops: mlops[name],
    llmops: llmops[name],
    agreement: comparison?.fields[name],
    unsupported: unsupported.includes(name),
  }));
}

function fieldsOf(result: SideResult | undefined): Readonly<Record<string, ExtractedField>> {
  return result?.status === 'done' ? result.extraction.fields : {};
}
