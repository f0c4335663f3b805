import { type Static, Type } from 'typebox';

export const TrainingReceipt = Type.Object(
  {
    state: Type.Literal('queued', {
      description:
        'The training starts when a node is free. `/readyz` names the model that answers; it changes when the new one has passed its tests',
    }),
  },
  { $id: 'TrainingReceipt' },
);
export type TrainingReceipt = Static<typeof TrainingReceipt>;
