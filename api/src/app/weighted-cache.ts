/** The most recently used of what costs time to make, until together they weigh too much. */
export class WeightedCache<Value> {
  private readonly kept = new Map<string, { readonly value: Value; readonly weight: number }>();
  private total = 0;

  constructor(
    private readonly most: number,
    private readonly weightOf: (value: Value) => number,
  ) {}

  get(key: string): Value | undefined {
    const found = this.kept.get(key);
    if (!found) return undefined;
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.value;
  }

  /** The last one in stays, however heavy it is. */
  set(key: string, value: Value): Value {
    this.drop(key);
    const weight = this.weightOf(value);
    this.kept.set(key, { value, weight });
    this.total += weight;
    for (const oldest of this.kept.keys()) {
      if (this.total <= this.most || oldest === key) break;
      this.drop(oldest);
    }
    return value;
  }

  private drop(key: string): void {
    this.total -= this.kept.get(key)?.weight ?? 0;
    this.kept.delete(key);
  }
}
