/** An address as people write it, divided: the street's name and the door ("12b"), empty when there is none. */
export interface WrittenAddress {
  readonly street: string;
  readonly door: string;
}

/** "Storgatan 12 B", "" and "Storgatan", "12b" both become the street and the door 12b. Of 12-14 the first is taken. */
export function splitAddress(streetText: string, numberText: string): WrittenAddress {
  const inStreet = /^(.*?\p{L}[.)]?)[ ,]+(\d{1,4}) ?([a-zA-Z]?)(?:[-–/ ,].*)?$/u.exec(streetText.trim());
  const ownNumber = /^(\d{1,4}) ?([a-zA-Z]?)\b/.exec(numberText.trim());
  if (ownNumber)
    return { street: inStreet ? inStreet[1]! : streetText, door: `${ownNumber[1]}${ownNumber[2]!.toLowerCase()}` };
  return inStreet
    ? { street: inStreet[1]!, door: `${inStreet[2]}${inStreet[3]!.toLowerCase()}` }
    : { street: streetText, door: '' };
}

/** How streets are compared: short endings written out, then letters only. */
export function streetKey(street: string): string {
  return street
    .toLowerCase()
    .replace(/g\.?$/, (ending) => (ending === 'g.' ? 'gatan' : 'g'))
    .replace(/v\.$/, 'vägen')
    .replace(/\bs:?t(?:a)?\b:?\.?/g, 'sankt')
    .replace(/(?:gata|gatan)$/, 'gatan')
    .replace(/(?:väg|vägen)$/, 'vägen')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]/g, '');
}
