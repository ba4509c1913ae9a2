/** Invented street names by neighbourhood; each neighbourhood keeps to its theme, as Swedish ones do. */
// prettier-ignore
const themes: Readonly<Record<string, readonly string[]>> = {
  Väster: ['Snickar', 'Smides', 'Garvar', 'Repslagar', 'Skräddar', 'Tunnbindar', 'Vävar', 'Bagar', 'Murar', 'Målar', 'Hattmakar', 'Färgar', 'Urmakar', 'Sadelmakar', 'Kopparslagar', 'Glasmästar', 'Hovslagar', 'Skomakar', 'Krukmakar', 'Bokbindar', 'Timmermans', 'Sotar', 'Mjölnar', 'Kusk'],
  Strandängen: ['Vass', 'Näckros', 'Säv', 'Mås', 'Tärn', 'Svan', 'Häger', 'Vipe', 'Storspovs', 'Änder', 'Lom', 'Dopping', 'Gädd', 'Abborr', 'Sik', 'Braxen', 'Ljuster', 'Not', 'Eke', 'Fiskar'],
  Björkhöjden: ['Björk', 'Masurbjörks', 'Vårtbjörks', 'Näver', 'Löv', 'Glasbjörks', 'Sav', 'Hänge', 'Ris', 'Knopp', 'Gren', 'Krön', 'Höjd'],
  Kvarnbacken: ['Kvarn', 'Mjöl', 'Väderkvarns', 'Säd', 'Råg', 'Vete', 'Korn', 'Havre', 'Ax', 'Logs', 'Skäppe', 'Tröske', 'Lie', 'Kärv', 'Stubb', 'Gryn', 'Backe', 'Damm', 'Kvarnsten'],
  Norrängen: ['Blåklocks', 'Prästkrage', 'Smörblomme', 'Klöver', 'Vitsippe', 'Gullvive', 'Hundkex', 'Kärleksörts', 'Mandelblom', 'Tjärblomster', 'Midsommarblomster', 'Förgätmigej', 'Vallmo', 'Blåsippe', 'Liljekonvalj', 'Kattfots', 'Ängs', 'Timotej', 'Rölleke', 'Johannesörts', 'Solvände', 'Daggkåpe', 'Humle', 'Fingerborgs', 'Brudbröds', 'Daldock'],
  Östanå: ['Ask', 'Alm', 'Lind', 'Lönn', 'Hassel', 'Rönn', 'Sälg', 'Al', 'Pil', 'Hägg', 'Oxel', 'Avenboks', 'Fläder', 'Slån', 'Nypon', 'Hagtorns', 'Syren', 'Olvon', 'Kastanje', 'Getingblads', 'Benveds'],
  Ekbacken: ['Verkstads', 'Svets', 'Press', 'Svarvar', 'Fräsar', 'Lager', 'Plåt', 'Borr'],
  'Ekbackens industriområde': ['Maskin', 'Motor', 'Turbin', 'Kraft', 'Kugg', 'Hävstångs', 'Gjuteri', 'Truck', 'Transport', 'Terminal', 'Energi', 'Ventil'],
  Söderstrand: ['Segel', 'Mast', 'Roder', 'Ankar', 'Skepps', 'Båts', 'Fyr', 'Lots', 'Vind', 'Brygg', 'Kompass', 'Styrmans', 'Kapten', 'Matros', 'Bojs', 'Stormast', 'Skot', 'Fock', 'Kajut', 'Seglar', 'Babords', 'Styrbords'],
  Granby: ['Gran', 'Kott', 'Barr', 'Talltits', 'Mos', 'Lingon', 'Blåbärs', 'Skogs', 'Trast', 'Korp', 'Orr', 'Tjäder', 'Rågångs'],
  Sandvik: ['Sand', 'Klipp', 'Udd', 'Vik', 'Hamnviks', 'Strandråg', 'Sjöbod', 'Näs', 'Holm', 'Snäck', 'Badviks', 'Marehalms', 'Tång'],
};

/** The `index`-th street name of a neighbourhood; long streets are vägar, crossing ones gränder and stigar. */
export function streetName(district: string, index: number, kind: 'long' | 'cross'): string {
  const names = themes[district] ?? ['Ny'];
  const base = names[index % names.length]!;
  const round = Math.floor(index / names.length);
  const endings = kind === 'long' ? ['vägen', 'gatan', 'ringen'] : ['stigen', 'gränd', 'backen'];
  return `${base}${endings[round % endings.length]!}`;
}
