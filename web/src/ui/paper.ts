/** For whom a document is made, and in which form. */
export const paperReaders = ['internal', 'cooperation', 'public'] as const;
export type PaperForm = 'pdf' | 'docx';

export interface Paper {
  readonly audience: (typeof paperReaders)[number];
  readonly format: PaperForm;
}
