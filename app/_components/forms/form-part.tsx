import type { FormChoice, FormFile, FormGroup, FormInput, FormPart, FormProblem } from '#lib/http/form-view.ts';
import { problemsOf, type FormWords } from './answered-form.tsx';

interface PartProps<P extends FormPart> {
  part: P;
  /** Of the form. */
  id: string;
  problems: readonly FormProblem[];
  words: FormWords;
}

/** One question of a form. */
export function FormPartView({ part, ...rest }: PartProps<FormPart>) {
  switch (part.kind) {
    case 'words':
      return (
        <div className="asked-words">
          {part.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      );
    case 'summary':
      return (
        <section className="asked-summary">
          <h2>{part.label}</h2>
          <dl>
            {part.rows.map(({ label, lines }) => (
              <div key={label}>
                <dt>{label}</dt>
                {lines.map((line, index) => (
                  <dd key={`${index}${line}`}>{line}</dd>
                ))}
              </div>
            ))}
          </dl>
        </section>
      );
    case 'group':
      return <Group part={part} {...rest} />;
    case 'radios':
    case 'checks':
      return <Boxes part={part} {...rest} />;
    case 'select':
      return <Select part={part} {...rest} />;
    case 'file':
      return <File part={part} {...rest} />;
    default:
      return <Input part={part} {...rest} />;
  }
}

function about(id: string, { name, help }: { name: string; help?: string | undefined }, wrong: readonly FormProblem[]) {
  const described = [...(help ? [`${id}-${name}-help`] : []), ...(wrong.length > 0 ? [`${id}-${name}-wrong`] : [])];
  return {
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    'aria-invalid': wrong.length > 0 ? true : undefined,
  };
}

function Told({
  id,
  part,
  wrong,
}: {
  id: string;
  part: { name: string; help?: string | undefined };
  wrong: readonly FormProblem[];
}) {
  return (
    <>
      {part.help ? (
        <span className="asked-help" id={`${id}-${part.name}-help`}>
          {part.help}
        </span>
      ) : null}
      {wrong.length > 0 ? (
        <span className="asked-wrong" id={`${id}-${part.name}-wrong`}>
          {wrong.map(({ message }) => message).join(' ')}
        </span>
      ) : null}
    </>
  );
}

function Label({ id, part, words }: { id: string; part: FormInput | FormChoice | FormFile; words: FormWords }) {
  return (
    <label htmlFor={`${id}-${part.name}`}>
      {part.label}
      {part.required ? null : <span className="asked-optional"> {words.optional}</span>}
    </label>
  );
}

const inputTypes = {
  text: 'text',
  date: 'date',
  dateTime: 'datetime-local',
  email: 'email',
  tel: 'tel',
  number: 'text',
} as const;

function Input({ part, id, problems, words }: PartProps<FormInput>) {
  const wrong = problemsOf(problems, part.name);
  const common = {
    id: `${id}-${part.name}`,
    name: part.name,
    defaultValue: part.value ?? '',
    maxLength: part.maxLength,
    autoComplete: part.autoComplete ?? 'off',
    ...about(id, part, wrong),
  };
  return (
    <div className={`asked-field${wrong.length > 0 ? ' asked-is-wrong' : ''}`}>
      <Label id={id} part={part} words={words} />
      <Told id={id} part={part} wrong={wrong} />
      {part.kind === 'area' ? (
        <textarea {...common} rows={4} />
      ) : (
        <input
          {...common}
          type={inputTypes[part.kind]}
          inputMode={part.kind === 'number' ? 'decimal' : undefined}
          className={part.width ? `asked-${part.width}` : undefined}
        />
      )}
    </div>
  );
}

function Select({ part, id, problems, words }: PartProps<FormChoice>) {
  const wrong = problemsOf(problems, part.name);
  return (
    <div className={`asked-field${wrong.length > 0 ? ' asked-is-wrong' : ''}`}>
      <Label id={id} part={part} words={words} />
      <Told id={id} part={part} wrong={wrong} />
      <select
        id={`${id}-${part.name}`}
        name={part.name}
        defaultValue={part.values?.[0] ?? ''}
        {...about(id, part, wrong)}
      >
        {part.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

function File({ part, id, problems, words }: PartProps<FormFile>) {
  const wrong = problemsOf(problems, part.name);
  return (
    <div className={`asked-field${wrong.length > 0 ? ' asked-is-wrong' : ''}`}>
      <Label id={id} part={part} words={words} />
      <Told id={id} part={part} wrong={wrong} />
      <input
        id={`${id}-${part.name}`}
        type="file"
        name={part.name}
        accept={part.accept}
        multiple={part.multiple}
        {...about(id, part, wrong)}
      />
    </div>
  );
}

function Boxes({ part, id, problems, words }: PartProps<FormChoice>) {
  const wrong = problemsOf(problems, part.name);
  const type = part.kind === 'radios' ? 'radio' : 'checkbox';
  return (
    <fieldset
      className={`asked-field${wrong.length > 0 ? ' asked-is-wrong' : ''}`}
      id={`${id}-${part.name}`}
      tabIndex={-1}
      aria-describedby={about(id, part, wrong)['aria-describedby']}
    >
      <legend>
        {part.label}
        {part.required ? null : <span className="asked-optional"> {words.optional}</span>}
      </legend>
      <Told id={id} part={part} wrong={wrong} />
      {part.options.map(({ value, label, help }) => (
        <label key={value} className="asked-box">
          <input type={type} name={part.name} value={value} defaultChecked={part.values?.includes(value)} />
          <span>
            {label}
            {help ? <span className="asked-help">{help}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Group({ part, ...rest }: PartProps<FormGroup>) {
  const { id, problems } = rest;
  const wrong = problemsOf(problems, part.name);
  return (
    <fieldset
      className={`asked-group${part.row ? ' asked-row' : ''}${wrong.length > 0 ? ' asked-is-wrong' : ''}`}
      id={`${id}-${part.name}`}
      tabIndex={-1}
      aria-describedby={about(id, part, wrong)['aria-describedby']}
    >
      <legend>{part.label}</legend>
      <Told id={id} part={part} wrong={wrong} />
      {part.parts.map((inner) => (
        <FormPartView key={inner.name} part={inner} {...rest} />
      ))}
      {part.more ? (
        <p>
          <button type="submit" name="intent" value={part.more.intent} className="as-link">
            {part.more.label}
          </button>
        </p>
      ) : null}
    </fieldset>
  );
}
