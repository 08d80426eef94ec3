/** What a file may make the reader hold. Anything beyond is refused with its reason. */
export interface IatiLimits {
  fileBytes: number;
  /** Elements within one another. IATI itself needs nine. */
  depth: number;
  /** Bytes of one text, comment or tag. */
  tokenBytes: number;
  /** Elements and characters of one activity or organisation, which is held whole. */
  recordElements: number;
  recordCharacters: number;
  /** Problems that are listed one by one; all are counted. */
  listedProblems: number;
}

export const defaultIatiLimits: IatiLimits = {
  fileBytes: 512 * 2 ** 20,
  depth: 64,
  tokenBytes: 4 * 2 ** 20,
  recordElements: 250_000,
  recordCharacters: 16 * 2 ** 20,
  listedProblems: 10_000,
};
