/** What is being made: whoever asks for the same meanwhile waits for it instead of making it once more. */
export class Underway<Value> {
  private readonly made = new Map<string, Promise<Value>>();

  of(key: string, make: () => Promise<Value>): Promise<Value> {
    const there = this.made.get(key);
    if (there) return there;
    const making = make().finally(() => this.made.delete(key));
    this.made.set(key, making);
    return making;
  }
}
