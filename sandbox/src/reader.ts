/** Throws an error about a facts file: the path in it, and the value that is expected there. */
export function fail(file: string, path: string, expected: string): never {
  throw new Error(`Facts file ${file}: ${path} should be ${expected}.`);
}

/** Reads the properties of a JSON object. Errors contain the path of the property. */
export class Reader {
  private readonly object: Readonly<Record<string, unknown>>;

  constructor(
    private readonly file: string,
    private readonly path: string,
    json: unknown,
  ) {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) fail(file, path || 'the file', 'an object');
    this.object = json as Record<string, unknown>;
  }

  has(key: string): boolean {
    return Object.hasOwn(this.object, key);
  }

  property(key: string): unknown {
    return this.object[key];
  }

  child(key: string): Reader {
    return new Reader(this.file, this.at(key), this.property(key));
  }

  list(key: string): Reader[] {
    return this.array(key).map((item, index) => new Reader(this.file, `${this.at(key)}[${index}]`, item));
  }

  texts(key: string): string[] {
    const items = this.array(key);
    return items.every((item) => typeof item === 'string') ? items : fail(this.file, this.at(key), 'a list of strings');
  }

  text(key: string): string {
    const value = this.property(key);
    return typeof value === 'string' && value !== '' ? value : fail(this.file, this.at(key), 'a string, not empty');
  }

  integer(key: string): number {
    const value = this.property(key);
    return Number.isInteger(value) ? (value as number) : fail(this.file, this.at(key), 'a whole number');
  }

  flag(key: string): boolean {
    const value = this.property(key);
    return typeof value === 'boolean' ? value : fail(this.file, this.at(key), 'true or false');
  }

  scalar(key: string): string | number | boolean | null {
    const value = this.property(key);
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value as string | null;
    return fail(this.file, this.at(key), 'null, a string, a number, true or false');
  }

  oneOf<T extends string>(key: string, values: readonly T[]): T {
    const value = values.find((known) => known === this.property(key));
    return value ?? fail(this.file, this.at(key), `one of ${values.join(', ')}`);
  }

  private array(key: string): unknown[] {
    const value = this.property(key);
    return Array.isArray(value) ? (value as unknown[]) : fail(this.file, this.at(key), 'a list');
  }

  private at(key: string): string {
    return this.path ? `${this.path}.${key}` : key;
  }
}
