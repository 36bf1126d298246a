/** What every panel has: what it shows, and in plain words what would make the reader worry. */
export interface Description {
  title: string;
  description: string;
  /** Columns of 24 that it is wide. */
  width: number;
  height: number;
  /** What stands there when nothing is known. */
  noValue?: string;
}

export interface Measured extends Description {
  unit: string;
  /** Of the values; on an axis they would leave out the steps between. */
  decimals?: number;
}
