import { z } from 'zod';
import { amountSchema, feeSchema } from './fees.ts';
import { accessPointsSchema, dataFieldSchema, documentSchema } from './filing.ts';
import { procedureTypeShape } from './procedure-type.ts';
import { outcomeRuleSchema, retentionSchema } from './retention.ts';
import { preavvisoDiRigettoSchema, silenceSchema } from './silence.ts';
import { normSchema, termSchema } from './term.ts';
import { sourceSchema, textSchema } from './text.ts';

/** Parts that are said once, under their name. */
const parts = z
  .registry<{ id: string }>()
  .add(textSchema, { id: 'Text' })
  .add(sourceSchema, { id: 'Source' })
  .add(normSchema, { id: 'Norm' })
  .add(termSchema, { id: 'Term' })
  .add(amountSchema, { id: 'Amount' })
  .add(feeSchema, { id: 'Fee' })
  .add(documentSchema, { id: 'RequiredDocument' })
  .add(dataFieldSchema, { id: 'DataField' })
  .add(accessPointsSchema, { id: 'AccessPoints' })
  .add(retentionSchema, { id: 'Retention' })
  .add(outcomeRuleSchema, { id: 'OutcomeRule' })
  .add(silenceSchema, { id: 'Silence' })
  .add(preavvisoDiRigettoSchema, { id: 'PreavvisoDiRigetto' });

/** The contract of `schemas/procedures/types/*.yaml` for editors and other systems, made of the schema that validates. */
export const procedureTypeJsonSchema = () => ({
  $id: 'procedure-type.schema.json',
  title: 'ProcedureType',
  ...z.toJSONSchema(procedureTypeShape, { io: 'input', metadata: parts }),
});
