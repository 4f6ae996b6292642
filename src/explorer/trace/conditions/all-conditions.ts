import { DEFAULT_TRACE } from '../../../knowledge/trace-options.ts';
import { AvoidEditor } from './avoid-editor.tsx';
import { BudgetEditor } from './budget-editor.tsx';
import type { Condition } from './condition.ts';
import { DepthEditor } from './depth-editor.tsx';
import { DirectionEditor } from './direction-editor.tsx';
import { DampedSwitch, OrderEditor } from './order-editor.tsx';
import { StrengthEditor } from './strength-editor.tsx';
import { DatesEditor, TimeEditor } from './time-editor.tsx';
import { TypesEditor } from './types-editor.tsx';
import { VoicesEditor } from './voices-editor.tsx';

const ALL = ['near', 'trace', 'connect', 'common'] as const;

/** Everything that a trace can be asked to keep to, in the order in which a reader would say it. */
export const CONDITIONS: readonly Condition[] = [
  { id: 'types', name: 'Types of relation', unset: 'any relation', editor: TypesEditor, asks: ALL },
  { id: 'direction', name: 'Which way', unset: 'both ways', editor: DirectionEditor, asks: ALL },
  { id: 'depth', name: 'How far', unset: `up to ${DEFAULT_TRACE.depth} hops`, editor: DepthEditor, asks: ['trace'] },
  { id: 'time', name: 'When', unset: 'any time', editor: TimeEditor, asks: ['trace'] },
  { id: 'time', name: 'When', unset: 'any time', editor: DatesEditor, asks: ['near', 'connect', 'common'] },
  { id: 'voices', name: 'Whose word', unset: 'everybody’s word', editor: VoicesEditor, asks: ALL },
  { id: 'strength', name: 'How strong', editor: StrengthEditor, asks: ALL },
  { id: 'avoid', name: 'Whom to avoid', editor: AvoidEditor, asks: ALL },
  { id: 'order', name: 'What comes first', editor: OrderEditor, asks: ['trace'] },
  { id: 'order', name: 'Hubs', editor: DampedSwitch, asks: ['connect'] },
  { id: 'budget', name: 'How many relations', editor: BudgetEditor, asks: ['connect'] },
];
