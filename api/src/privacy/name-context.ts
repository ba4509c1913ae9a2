const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Said just before: what follows is what somebody is called. */
export const naming = set(
  'heter hette heta ansvarig ansvariga signatur tilltalades tilltalas omnämnd benämnd kallas kallades kallad kallade namnet namn smeknamn smeknamnet alias undertecknad undertecknat signerat signaturen mvh hälsningar vittne vittnet kontaktperson anmälare anmälaren inblandade inblandad misstänkt misstänkte förövare målsägande',
); // prettier-ignore

/** Who somebody is, said just before the name: läraren X, familjen X, grannen X. */
export const roles = set(
  'herr fru fröken doktor dr rektor rektorn lärare läraren vaktmästare vaktmästaren elev eleven eleverna hyresgäst hyresgästen granne grannen familjen familj kurator kuratorn väktare väktaren ordningsvakt ordningsvakten polisman polisen tränare tränaren ledare ledaren fritidsledare fritidsledaren chefen chef föreståndare föreståndaren ägare ägaren förare föraren mannen man kvinnan kvinna killen kille killarna tjejen tjej tjejerna pojken pojke flickan flicka ungdomen kompisen kompis kompisarna polaren brodern bror brorsan systern syster sonen son dottern dotter mamman mamma pappan pappa farfar morfar mormor farmor sambon sambo vakterna eleverna städarna bröderna systrarna kusinerna ledarna pojkvännen flickvännen barnet personen butiksägaren handlaren städaren chauffören bovärden områdespolisen kommunpolisen samordnaren handläggaren politikern prästen imamen sköterskan läkaren vän vännen kollegan kollega medlemmen vittnet alkoholisten langaren',
); // prettier-ignore

/** "mamma till X", "son till X". */
export const relations = set(
  'mamma mamman pappa pappan mor far son sonen dotter dottern bror brodern syster systern syskon kusin kusinen sambo sambon fru frun man mannen flickvän flickvännen pojkvän pojkvännen kompis kompisen vän vännen granne grannen barn barnbarn förälder föräldrar föräldrarna lillebror storebror lillasyster storasyster syskonen släkt släkting morfar farfar mormor farmor moster faster polare chef',
); // prettier-ignore

/** Said after a genitive: Xs mamma, Xs cykel. Only what persons have. */
export const belongings = set(
  'mamma mammor lillebror storebror lillasyster storasyster lillasyskon småsyskon pappa bror bröder syster systrar son söner dotter döttrar sambo fru flickvän pojkvän kompis kompisar vän vänner gäng familj föräldrar barn kusin polare hund bil moped cykel mobil telefon väska jacka plånbok lägenhet dörr balkong hem rum bostad granne mormor farmor morfar farfar motorcykel elsparkcykel nycklar',
); // prettier-ignore

/** What persons do; said after a name, or before it where the sentence is turned round. */
export const deeds = set(
  'sa sade säger berättade berättar skrek skriker ropade ropar ringde ringer hotade hotar slog slår sparkade sparkar knuffade kastade kastar sprang springer gick går kom kommer stod står satt sitter bor bodde jobbar jobbade säljer sålde köpte langar langade rökte röker drack dricker stal stjäl tog bröt bråkade bråkar vägrade filmade filmar cyklade körde kör såg hörde hittade hämtade hämtar väntade väntar spottade klottrade målade tände sover sov ligger låg låste larmade larmar anmälde misstänks misstänkte misstänker är var blev fick får har hade vill ville kunde brukar skulle vet tror tyckte sprejade smet stack gömde tjatar tiggde retade mobbade jagade jagar följde mötte träffade kramade ljög erkände nekade grät skrattade undrade klagar klagade ser äger lagade ingrep avvisade låter heter kallas lämnade började',
); // prettier-ignore
/** Of these, what things and places never do. */
export const humanDeeds = set(
  'sa sade säger berättade berättar skrek skriker ropade ropar ringde ringer hotade hotar slog sparkade sparkar knuffade kastade kastar sprang springer bor bodde jobbar jobbade säljer sålde langar langade rökte röker drack dricker stal bråkade bråkar vägrade filmade filmar cyklade spottade klottrade målade sover sov misstänks misstänkte brukar vet tror tyckte sprejade smet gömde tjatar tiggde retade mobbade jagade ljög erkände nekade grät skrattade undrade klagar klagade hämtade vågar vågade orkar orkade vägrar påstår påstod menar menade försökte försöker lovade lovar bad ber svarade svarar viskade svor svär pekade viftade hoppade klättrade klättrar dansade somnade vaknade gapade gapar gormade skämtade hånade trakasserade misshandlade uppgav uppger anmälde polisanmälde skolkar flydde avvek äter åt lekte slängde slänger dödade högg sköt provocerade',
); // prettier-ignore

/** Of the prepositions, those that stand before a person. */
export const personBefore = set(
  'av med hos enligt åt',
); // prettier-ignore
/** "säg till X", "väntade på X", "hot mot X", "följde efter X": the verb and its preposition. */
export const personBeforePreposition: Readonly<Record<string, ReadonlySet<string>>> = {
  till: set(
    'gavs ges givits lämnades skickades sades säg säga sa sade gav ge lämnade ringde ringa sålde skrev pratade talade hör tillhör överlämnade sagt',
  ),
  på: set('väntade väntar skrek skriker hoppade ropade ropar spottade sköt slog sparkade arg rasande sura'),
  mot: set('hot hotet hotade våld misshandel brott övergrepp hoten'),
  efter: set('följde sprang letade frågade letar frågar ropade'),
  för: set('rädd rädda livrädd berättade visade'),
  mellan: set('bråk bråket slagsmål slagsmålet gräl grälet konflikt konflikten bråkade slogs'),
  om: set('pratar pratade talade rykte ryktet'),
};

/** Who somebody is, by the end of the word: klasskamraten, butikschefen, fastighetsskötaren. */
export const roleEnding =
  /(?:kamraten|kompisen|chefen|ledaren|vakten|läraren|skötaren|ägaren|personen|eleven|värden|mästaren|föraren|pedagogen|kuratorn|mamman|pappan|brodern|bror|systern|syster|dottern|sonen|kusinen|männen|killarna|tjejerna|pojkarna|flickorna)$/;

/** Before a word with a capital these make a thing or a body likely, or say nothing of a person. */
export const saysNothing = set(
  'och eller samt & en ett den det de sin sitt sina vår vårt våra ny nya gamla gammal hela nytt stora lilla vid än a b c x st nr ca cirka märke märket typ typen kallat kallad ute kr vit vita svart svarta röd röda blå grå grön silver trasig stulen stulna två tre fyra fem sex sju åtta nio tio flera några alla inga ingen många varje annan andra till s',
); // prettier-ignore

/** Before a word with a capital these make a place likely. */
export const placePrepositions = set(
  'i på vid till från mot utanför bakom längs genom förbi kring runt mellan nära bortom intill ovanför nedanför norr söder öster väster om via över under inne ute framför utmed in ur',
); // prettier-ignore

/** Said before: the word names a house, a firm or a thing. */
export const thingsBefore = set(
  'fastighet fastigheten avdelning avdelningen utegym utegymmet kvarteret kvarter restaurang restaurangen café caféet kafé kaféet salong salongen hotell hotellet pizzeria pizzerian butiken butik kiosken kiosk frisör frisören parken torget skolan skola fritidsgården gatan vägen stationen kyrkan sankt sankta s:t appen bageriet krogen baren båten märket modell modellen tidningen området hållplatsen staden orten byn gården förskolan gymnasiet tåget föreningen klubben företaget firman filmen laget spelet festivalen evenemanget platsen lekplatsen stranden sjön ön bron tunneln huset gallerian centrumet stadsdelen församlingen texten ordet ord gata väg hunden hästen katten orkanen stormen projektet kampanjen gym gymmet bygg taggen taggar tagg klubb lag fik fiket radio',
); // prettier-ignore

/** The same by the end of the word: fritidslokalen X, mataffären X. */
export const thingEnding =
  /(?:lokalen|butiken|gården|skolan|parken|området|restaurangen|hallen|kiosken|puben|baren|salongen|firman|bolaget|företaget|affären|banken|macken|huset|byggnaden|kvarteret|föreningen|klubben|båten|tåget|bussen|stranden|sjön|gatan|vägen|torget|laget|hotellet|caféet|gymmet|kyrkan|gruppen|organisationen)$/;

/** Said after a name: the whole is a place named after somebody. */
export const placesAfter = set(
  'plats platsen gata gatan väg vägen torg torget park parken skola skolan förskola förskolan kyrka kyrkan bro bron backe backen gränd allé hamn minne stig stigen kulle gymnasium gymnasiet sjukhus plan gård gården hus huset kiosk kiosken café bageri bageriet grill grillen livs frisör salong pizzeria restaurang krog bar ab hb if bk fc ik ff hk kommun kommunen arena arenan center centrum galleria gallerian stiftelse fond museum museet bibliotek strand stranden esplanad station stationen äng ängar park sal teater hotell konditori bygg måleri taxi åkeri event loppis gym församling kloster slott fästning kapell kyrkogård damm källa stuga vik udde',
); // prettier-ignore

/** Endings of words that name a street, a house, a body: Björkparken, Nygatan, Bostadsbolaget. */
export const placeEnding =
  /(?:gatan|gata|vägen|väg|gränd|gränden|stigen|torget|torg|parken|park|skolan|skola|plan|planen|platsen|plats|bron|hamn|hamnen|ån|sjön|berget|backen|kullen|dalen|ängen|gården|huset|centrum|hallen|stationen|kyrkan|viken|udden|holmen|stranden|bad|badet|området|kvarteret|tunneln|rondellen|allén|allé|esplanaden|leden|gläntan|bolaget|kontoret|gruppen|tjänsten|verket|styrelsen|föreningen|polisen|kommunen|byrån|bygget|festen|marknaden|loppet|rutan|grottan|fäladen|köping|innerstan|nämnden|banken|källan|borgen|klubben|laget|magasinet|verkstaden|affären|mässan|dagen|veckan|natten|kvällen|linjen|banan|baren|krogen|puben|salen|rummet|hagen|heden|vallen|åsen|mossen|skogen|lunden|näset|kajen|gymnasiet|biblioteket|teatern|arenan|gallerian|läkarna|vandrarna|arna|erna|orna|heten|ningen|hållplatsen)s?$/;

/** Endings of nouns and adjectives: at the start of a sentence a word of this form is no name. */
export const commonEnding =
  /(?:en|et|ar|or|er|na|ing|het|tion|lse|else|skap|ad|at|igt|iga|ande|ende|are|dom|isk|iskt|iska|lig|liga|ligt|stad|ans|ens|ets|nas|ars|ers|t)$/;

/** Endings of Swedish and some other surnames that no place has. */
export const surnameEnding = /(?:sson|ström|[qk]vist|gren|blad|stedt|blom|crantz|ović|ovic|ević|ovski|enko|escu|nen|yan)s?$/; // prettier-ignore
