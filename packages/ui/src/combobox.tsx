import {
  type FocusEvent,
  type InputHTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useState,
} from 'react';
import { classNames } from './class-names.ts';
import { closedCombobox, onComboboxKey } from './combobox-state.ts';
import { Link } from './link.tsx';

export interface ComboboxOption {
  key: string;
  /** The link's target. */
  href: string;
  content: ReactNode;
}

export interface ComboboxGroup {
  title: string;
  options: ComboboxOption[];
}

export interface ComboboxProps {
  id: string;
  label: string;
  listLabel: string;
  groups: ComboboxGroup[];
  /** Receives the text at each change. */
  onType: (text: string) => void;
  /** Called when an option is chosen and its page begins to load. */
  onChoose: (option: ComboboxOption) => void;
  /** The field's own attributes: its name, its placeholder. */
  field: InputHTMLAttributes<HTMLInputElement>;
  fieldRef: Ref<HTMLInputElement>;
  /** Position and width of the list; this component sets its style. */
  listClassName: string;
}

/**
 * A text field with a list of links that match the text: ARIA's editable combobox. The focus stays in the field. Arrow keys move
 * through the list, Enter follows a link, Escape closes the list. Without JavaScript only the text field remains.
 */
export function Combobox({
  id,
  label,
  listLabel,
  groups,
  onType,
  onChoose,
  field,
  fieldRef,
  listClassName,
}: ComboboxProps) {
  const listId = useId();
  const [state, setState] = useState(closedCombobox);
  const [isScripted, setIsScripted] = useState(false);
  useEffect(() => setIsScripted(true), []);

  const options = groups.flatMap((group) => group.options);
  const isShown = state.isOpen && options.length > 0;
  const active = isShown ? Math.min(state.active, options.length - 1) : -1;
  const optionId = (index: number) => `${listId}-${index}`;

  const keys = options.map((option) => option.key).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: clears the active option when the list changes.
  useEffect(() => setState(({ isOpen }) => ({ isOpen, active: -1 })), [keys]);

  useEffect(() => {
    if (active >= 0) document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, listId]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Ignores keys that choose characters of an input method.
    if (event.nativeEvent.isComposing) return;
    const answer = onComboboxKey({ isOpen: state.isOpen, active }, event, options.length);
    if (answer.isTaken) event.preventDefault();
    // Clicks the link, which knows how to open its page.
    if (answer.chosen !== undefined) document.getElementById(optionId(answer.chosen))?.click();
    setState(answer.state);
  };

  // Some screen readers move the focus to the pressed element.
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (!document.getElementById(listId)?.contains(relatedTarget)) setState(closedCombobox);
  };

  let place = 0;
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        {...field}
        ref={fieldRef}
        id={id}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="none"
        spellCheck={false}
        {...(isScripted && {
          role: 'combobox',
          'aria-autocomplete': 'list',
          'aria-expanded': isShown,
          'aria-controls': listId,
          'aria-activedescendant': active >= 0 ? optionId(active) : undefined,
        })}
        onInput={({ currentTarget }) => {
          onType(currentTarget.value);
          setState({ isOpen: true, active: -1 });
        }}
        onFocus={({ currentTarget }) => onType(currentTarget.value)}
        onClick={() => setState((last) => ({ ...last, isOpen: true }))}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
      {isScripted && (
        <>
          <div
            id={listId}
            role="listbox"
            aria-label={listLabel}
            hidden={!isShown}
            onBlur={onBlur}
            // The focus stays in the field, so a phone's keyboard stays open.
            onMouseDown={(event) => event.preventDefault()}
            className={classNames(
              'overflow-y-auto overscroll-contain bg-paper py-2 text-ink shadow-overlay',
              listClassName,
            )}
          >
            {isShown &&
              groups.map((group, index) => (
                // biome-ignore lint/a11y/useSemanticElements: a listbox may not contain a fieldset.
                <div
                  key={group.title}
                  role="group"
                  aria-labelledby={`${listId}-group-${index}`}
                  className="not-first:mt-3"
                >
                  <p
                    id={`${listId}-group-${index}`}
                    role="presentation"
                    className="px-5 pt-1.5 pb-1 font-medium text-ink-muted text-xs"
                  >
                    {group.title}
                  </p>
                  {group.options.map((option) => {
                    const own = place++;
                    return (
                      <Link
                        key={option.key}
                        id={optionId(own)}
                        role="option"
                        aria-selected={own === active}
                        tabIndex={-1}
                        href={option.href}
                        onClick={(event) => {
                          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                          onChoose(option);
                          setState(closedCombobox);
                        }}
                        className="flex min-h-11 items-center px-5 text-sm hover:bg-surface aria-selected:bg-surface-strong aria-selected:shadow-[inset_3px_0_0_var(--color-ink)] forced-colors:aria-selected:outline-2 forced-colors:aria-selected:-outline-offset-2"
                      >
                        {option.content}
                      </Link>
                    );
                  })}
                </div>
              ))}
          </div>
          <p role="status" className="sr-only">
            {isShown && `${options.length} ${options.length === 1 ? 'suggestion' : 'suggestions'}`}
          </p>
        </>
      )}
    </>
  );
}
