/** A form as data: what a page draws, what a wrong answer draws again with all that was typed. */
export interface FormView {
  parts: FormPart[];
  hidden: { name: string; value: string }[];
  buttons: FormButton[];
}

export interface FormButton {
  label: string;
  /** What `intent` says when it is pressed. */
  intent: string;
  manner: 'primary' | 'secondary' | 'plain';
}

interface Asked {
  /** Name of the field in the form, and end of its id. */
  name: string;
  label: string;
  help?: string | undefined;
  required?: boolean | undefined;
}

export interface FormInput extends Asked {
  kind: 'text' | 'area' | 'date' | 'dateTime' | 'email' | 'tel' | 'number';
  value?: string | undefined;
  maxLength?: number | undefined;
  autoComplete?: string | undefined;
  width?: 'short' | 'medium' | undefined;
}

export interface FormChoice extends Asked {
  kind: 'select' | 'radios' | 'checks';
  options: { value: string; label: string; help?: string | undefined }[];
  values?: readonly string[] | undefined;
}

export interface FormFile extends Asked {
  kind: 'file';
  accept: string;
  /** Several at once. */
  multiple?: boolean | undefined;
}

/** Several fields that are one question. */
export interface FormGroup {
  kind: 'group';
  name: string;
  label: string;
  help?: string | undefined;
  parts: FormPart[];
  /** A button within, to ask for one row more. */
  more?: { label: string; intent: string } | undefined;
  row?: boolean | undefined;
}

/** Words between fields: what has been answered so far, what pressing brings about. */
export interface FormWords {
  kind: 'words';
  name: string;
  lines: string[];
}

export interface FormSummary {
  kind: 'summary';
  name: string;
  label: string;
  rows: { label: string; lines: string[] }[];
}

export type FormPart = FormInput | FormChoice | FormFile | FormGroup | FormWords | FormSummary;

export interface FormProblem {
  /** Name of the field it is about. */
  name: string;
  message: string;
}

/** What stands over a form that was sent in vain though nothing in it is wrong. */
export interface FormNotice {
  title: string;
  lines: string[];
  /** `apart`: opened beside the form, which stays as it is. */
  links?: { href: string; label: string; apart?: boolean | undefined }[] | undefined;
}

export interface FormState {
  form: FormView;
  problems: FormProblem[];
  notice: FormNotice | null;
  /** Counts the answers, so that the same problem twice is told twice. */
  turn: number;
}
