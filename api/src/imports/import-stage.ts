/** A row as it is staged; a sensitive one has lost its place and hour long before. */
export interface StagedRow {
  readonly rowNumber: number;
  readonly incidentId: string;
  readonly eventKey: string;
  readonly sourceIdentity: string;
  readonly contentDigest: string;
  readonly category: string;
  readonly subcategory: string | null;
  readonly severity: number | null;
  readonly crimeCode: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly timePrecision: string;
  readonly x: number | null;
  readonly y: number | null;
  readonly precision: string;
  readonly placement: string;
  readonly areaId: string | null;
  readonly dwelling: boolean;
  readonly address: string | null;
  readonly outside: boolean;
  readonly crimeCount: number;
  readonly sensitive: boolean;
  readonly description: string | null;
  /** The text holds nothing that a reviewer has to clear. */
  readonly cleared: boolean;
}

/** What became of a row that is not imported. */
export interface OutcomeLine {
  readonly rowNumber: number;
  readonly outcome: 'rejected' | 'duplicate' | 'updated';
  readonly code: string | null;
  readonly field: string | null;
  readonly cells: object | null;
}
