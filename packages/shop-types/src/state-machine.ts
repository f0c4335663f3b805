/** Transitions as data: `{ pending: { pay: 'paid' }, paid: {} }`. */
export interface StateMachine<State extends string, Event extends string> {
  readonly initial: State;
  readonly transitions: Readonly<Record<State, Readonly<Partial<Record<Event, State>>>>>;
  readonly states: readonly State[];
  readonly events: readonly Event[];
  /** Returns the state after an event; undefined if the event cannot happen in this state. */
  next(state: State, event: Event): State | undefined;
  /** Whether no event can happen in this state. */
  isFinal(state: State): boolean;
}

type EventsOf<Table> = { [State in keyof Table]: keyof Table[State] }[keyof Table] & string;

/** @throws Error when a transition leads to a state that the table does not have. */
export function defineMachine<
  const Table extends Readonly<Record<string, Readonly<Record<string, Extract<keyof Table, string>>>>>,
>({
  initial,
  transitions,
}: {
  initial: Extract<keyof Table, string>;
  transitions: Table;
}): StateMachine<Extract<keyof Table, string>, EventsOf<Table>> {
  type State = Extract<keyof Table, string>;
  type Event = EventsOf<Table>;
  const table = transitions as unknown as StateMachine<State, Event>['transitions'];
  const states = Object.keys(table) as State[];
  for (const state of states) {
    for (const target of Object.values(table[state]) as State[])
      if (!states.includes(target)) throw new Error(`${state} leads to ${target}, which is not a state`);
  }
  return {
    initial,
    transitions: table,
    states,
    events: [...new Set(states.flatMap((state) => Object.keys(table[state]) as Event[]))],
    next: (state, event) => table[state][event],
    isFinal: (state) => Object.keys(table[state]).length === 0,
  };
}
