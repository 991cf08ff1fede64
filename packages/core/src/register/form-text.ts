/** Words of a form, in the language of the law and in English. */
export interface FormText {
  readonly vi: string;
  readonly en: string;
}

export const text = (vi: string, en: string): FormText => ({ vi, en });
