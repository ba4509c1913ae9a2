const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Said just before: what follows is what somebody is called. */
export const naming = set(
  'heter hette heta ansvarig ansvariga signatur tilltalades tilltalas omnämnd benämnd kallas kallades kallad kallade namnet namn smeknamn smeknamnet alias undertecknad undertecknat signerat signaturen mvh hälsningar vittne vittnet kontaktperson anmälare anmälaren inblandade inblandad misstänkt misstänkte förövare målsägande',
); // prettier-ignore

/** Who somebody is, said just before the name: läraren X, familjen X, grannen X. */
export const roles = set(
  'herr fru fröken doktor dr rektor rektorn lärare läraren vaktmästare vaktmästaren elev eleven eleverna hyresgäst hyresgästen granne grannen familjen familj kurator kuratorn väktare väktaren ordningsvakt ordningsvakten polisman polisen tränare tränaren ledare ledaren fritidsledare fritidsledaren chefen chef föreståndare föreståndaren ägare ägaren förare föraren mannen man kvinnan kvinna killen kille killarna tjejen tjej tjejerna pojken pojke flickan flicka ungdomen kompisen kompis kompisarna polaren brodern bror brorsan systern syster sonen son dottern dotter mamman mamma pappan pappa farfar morfar mormor farmor sambon sambo vakterna eleverna städarna bröderna systrarna kusinerna ledarna pojkvännen flickvännen barnet personen butiksägaren handlaren städaren chauffören bovärden områdespolisen kommunpolisen samordnaren handläggaren politikern prästen imamen sköterskan läkaren vän vännen kollegan kollega medlemmen vittnet alkoholisten langaren fam grabben grabb ungen kassören kassör vikarien vikarie städare butiksbiträdet biträdet ombudet offret tanten gubben gumman farbror faster moster bebisen servitören bartendern pastorn diakonen utredaren boendestödjaren väninnan väninna fästmön fästmannen exmannen exfrun styvpappan styvmamman lillebror storebror lillasyster storasyster brorsonen systersonen kusinen kusin polare kunden kund resenären passageraren',
); // prettier-ignore

/** "mamma till X", "son till X". */
export const relations = set(
  'mamma mamman pappa pappan mor far son sonen dotter dottern bror brodern syster systern syskon kusin kusinen sambo sambon fru frun man mannen flickvän flickvännen pojkvän pojkvännen kompis kompisen vän vännen granne grannen barn barnbarn förälder föräldrar föräldrarna lillebror storebror lillasyster storasyster syskonen släkt släkting morfar farfar mormor farmor moster faster polare chef barnen flickan pojken tjejen tjej kille killen grabben kollega kollegan lärare assistent mentor kontaktperson vårdnadshavare anhörig anhöriga brorsa brorsan polaren bästis klasskamrat hyresvärd ombud',
); // prettier-ignore

/** Said after a genitive: Xs mamma, Xs cykel. Only what persons have. */
export const belongings = set(
  'mamma mammor lillebror storebror lillasyster storasyster lillasyskon småsyskon pappa bror bröder syster systrar son söner dotter döttrar sambo fru flickvän pojkvän kompis kompisar vän vänner gäng familj föräldrar barn kusin polare hund bil moped cykel mobil telefon väska jacka plånbok lägenhet dörr balkong hem rum bostad granne mormor farmor morfar farfar motorcykel elsparkcykel nycklar grabb grabbar tjej kille unge ungar barnbarn brorsa brorsdotter syrra morsa farsa mamman pappan storasyskon syskon kusiner bästis klasskamrat klasskamrater klasskompis kollega chef lärare mentor kontaktperson vårdnadshavare anhöriga assistent fästmö fästman ex exman exfru man kärleksliv konto mobiltelefon elmoped epa a-traktor crossmoped cross katt rullstol rullator skor mössa keps tröja handväska ryggsäck bankkort kort förråd uteplats brevlåda ytterdörr kolonilott båt husvagn skåpbil sparkcykel arm ben hand huvud ansikte näsa ord vilja alibi gängkompis kompisgäng umgänge',
); // prettier-ignore

/** What persons do; said after a name, or before it where the sentence is turned round. */
export const deeds = set(
  'sa sade säger berättade berättar skrek skriker ropade ropar ringde ringer hotade hotar slog slår sparkade sparkar knuffade kastade kastar sprang springer gick går kom kommer stod står satt sitter bor bodde jobbar jobbade säljer sålde köpte langar langade rökte röker drack dricker stal stjäl tog bröt bråkade bråkar vägrade filmade filmar cyklade körde kör såg hörde hittade hämtade hämtar väntade väntar spottade klottrade målade tände sover sov ligger låg låste larmade larmar anmälde misstänks misstänkte misstänker är var blev fick får har hade vill ville kunde brukar skulle vet tror tyckte sprejade smet stack gömde tjatar tiggde retade mobbade jagade jagar följde mötte träffade kramade ljög erkände nekade grät skrattade undrade klagar klagade ser äger lagade ingrep avvisade låter heter kallas lämnade började tappade måste ska kan brukade sprungit lät ställde slutade gjorde gör bad rymde ringt stannade blir hittades sågs hotades fördes hämtades jagades slogs sköts kördes',
); // prettier-ignore
/** Of these, what things and places never do. */
export const humanDeeds = set(
  'sa sade säger berättade berättar skrek skriker ropade ropar ringde ringer hotade hotar slog sparkade sparkar knuffade kastade kastar sprang springer bor bodde jobbar jobbade säljer sålde langar langade rökte röker drack dricker stal bråkade bråkar vägrade filmade filmar cyklade spottade klottrade målade sover sov misstänks misstänkte brukar vet tror tyckte sprejade smet gömde tjatar tiggde retade mobbade jagade ljög erkände nekade grät skrattade undrade klagar klagade hämtade vågar vågade orkar orkade vägrar påstår påstod menar menade försökte försöker lovade lovar bad ber svarade svarar viskade svor svär pekade viftade hoppade klättrade klättrar dansade somnade vaknade gapade gapar gormade skämtade hånade trakasserade misshandlade uppgav uppger anmälde polisanmälde skolkar flydde avvek äter åt lekte slängde slänger dödade högg sköt provocerade heter berättat sagt ville mötte såg hörde pratade pratar tittade tittar stirrade ljuger försvarade ansåg anser kände känner minns mindes trodde hittade hämtar förklarade förklarar erkänner förnekar förnekade medger medgav visade ursäktade lyssnade ringt försov glömde hälsade hälsar log skrattar gråter skällde skäller hytte rotade rotar knackade knackar sprayade sprayar sprejar klottrar snattade snattar stjäl mobbar retar jagar hånar hotat slår spottar knuffar kräver krävde önskar önskade föreslog föreslår undrar tycker upplever upplevde meddelar meddelade skickade skriver skrev mejlade mailade svimmade ramlade snubblade hostade kissade pinkade onanerade urinerade tigger dansar sjunger sjöng röstade parkerar cyklar promenerade promenerar joggade greps anhölls häktades misshandlades rånades avvisades omhändertogs förhördes kontaktades skadades skjutsades kramades tröstades kissar fnissade flinade flinar',
); // prettier-ignore

/** Of the prepositions, those that stand before a person. */
export const personBefore = set(
  'av med hos enligt åt',
); // prettier-ignore
/** "säg till X", "väntade på X", "hot mot X", "följde efter X": the verb and its preposition. */
export const personBeforePreposition: Readonly<Record<string, ReadonlySet<string>>> = {
  till: set(
    'gavs ges givits riktat riktad riktade tillhör tillhörde hör hörde överlämnad överlämnat skjutsade återkoppla hälsning brev lämnades skickades sades säg säga sa sade gav ge lämnade ringde ringa sålde skrev pratade talade hör tillhör överlämnade sagt hem ringt skrivit mejlat mejlade smsade erkände kopplad kopplas kopplingar koppling lämnats lämnas barn kompis',
  ),
  på: set('syn skällde skäller hälsade väntade väntar skrek skriker hoppade ropade ropar spottade sköt slog sparkade arg rasande sura skyllde skyller skyllt tittade tittar pekade pekar litar förbannad sur trött kär svartsjuk klagade klagar slagit sparkat skrikit hoppat arga gormade väntat'),
  mot: set('hot hotet hotade våld misshandel brott övergrepp hoten hotfull hotfulla hotande aggressiv aggressiva otrevlig otrevliga elak elaka taskig taskiga trakasserier anklagelser misstankar kränkningar'),
  efter: set('följde sprang letade frågade letar frågar ropade frågat letat ropat sprungit efterlyst spanade'),
  för: set('rädd rädda livrädd berättade visade skrämd varnade varnar varnat berättat utsatta oroliga orolig'),
  mellan: set('bråk bråket slagsmål slagsmålet gräl grälet konflikt konflikten bråkade slogs'),
  om: set('pratar pratade talade rykte ryktet oro orolig oroliga rykten'),
  från: set('lapp lappen lappar hot hotet hoten hotbrev present paket kram tips tipset samtal samtalet mejl mejlet mail brev brevet sms meddelande hälsning vittnesmål anmälan stal tog snodde boll bollen pengar mobilen telefonen cykeln väskan plånboken'),
}; // prettier-ignore

/** Who somebody is, by the end of the word: klasskamraten, butikschefen, fastighetsskötaren. */
export const roleEnding =
  /(?:kamraten|kompisen|sköterskan|assistenten|handläggaren|biträdet|hantverkaren|besökaren|sekreteraren|sekreterare|skötare|bäraren|röjaren|städaren|tränaren|hyresgästen|kassören|inspektören|konduktören|chefen|ledaren|vakten|läraren|skötaren|ägaren|personen|eleven|värden|mästaren|föraren|pedagogen|kuratorn|mamman|pappan|brodern|bror|systern|syster|dottern|sonen|kusinen|männen|killarna|tjejerna|pojkarna|flickorna)$/;

/** Before a word with a capital these make a thing or a body likely, or say nothing of a person. */
export const saysNothing = set(
  'och eller samt & en ett den det de sin sitt sina vår vårt våra ny nya gamla gammal hela nytt stora lilla vid än a b c x st nr ca cirka märke märket typ typen kallat kallad ute kr vit vita svart svarta röd röda blå grå grön silver trasig stulen stulna två tre fyra fem sex sju åtta nio tio flera några alla inga ingen många varje annan andra till s',
); // prettier-ignore

/** Before a word with a capital these make a place likely. */
export const placePrepositions = set(
  'i på vid till från mot utanför bakom längs genom förbi kring runt mellan nära bortom intill ovanför nedanför norr söder öster väster om via över under inne ute framför utmed in ur efter inför före innan bortanför framåt nedåt uppåt bredvid jämte längst',
); // prettier-ignore

/** Said before: the word names a house, a firm or a thing. */
export const thingsBefore = set(
  'fastighet fastigheten avdelning avdelningen utegym utegymmet kvarteret kvarter restaurang restaurangen café caféet kafé kaféet salong salongen hotell hotellet pizzeria pizzerian butiken butik kiosken kiosk frisör frisören parken torget skolan skola fritidsgården gatan vägen stationen kyrkan sankt sankta s:t appen bageriet krogen baren båten märket modell modellen tidningen området hållplatsen staden orten byn gården förskolan gymnasiet tåget föreningen klubben företaget firman filmen laget spelet festivalen evenemanget platsen lekplatsen stranden sjön ön bron tunneln huset gallerian centrumet stadsdelen församlingen texten ordet ord gata väg hunden hästen katten orkanen stormen projektet kampanjen gym gymmet taggen taggar tagg klubb lag fik fiket radio kv brf samfälligheten gymkedjan kedjan butikskedjan hunddagis tivoli cirkus cirkusen bolag bolaget firma handelshuset varuhuset snabbköpet bion biografen serien låten bandet partiet rörelsen sekten nätverket gänget grupperingen programmet systemet verktyget hjälpmedlet medlet insatsen satsningen operationen projekt strategin metoden tuben tub flaska flaskan flaskor burk burkar paket tablett tabletter ask askar kartong kartonger ampull ampuller preparatet läkemedlet drogen cigaretter cigaretten snus öl vin sprit energidryck moppe mopeden bilen bil bilar lastbil skåpbil motorcykel cykel cyklar cykeln husbil traktor båtar fartyget färjan segelbåten motorbåten kung kungen drottning drottningen prins prinsen prinsessan prinsessa kronprinsessan statyn staty bysten torp torpet herrgården slottet borgen ravinen dammen ån kanalen viken bukten skogen kullen berget backen gränden prospektet växten trädet blomman matchen derbyt cupen turneringen loppet mässan firandet högtiden linje linjen busslinje spårvagn trafikplats länsväg riksväg europaväg avfart rondell rondellen ort socken kommun län landskapet stad tätorten bostadsområdet radhusområdet villaområdet utdelad tidningar centrala polisområde lokalpolisområde polisregion region tingsrätt samfällighet bostadsrättsförening hyresgästförening stiftelsen stiftelse',
); // prettier-ignore

/** The same by the end of the word: fritidslokalen X, mataffären X. */
export const thingEnding =
  /(?:kedjan|förskolan|gymnasiet|koncernen|dagiset|tivolit|festivalen|cirkusen|medlet|insatsen|satsningen|kampanjen|projektet|programmet|systemet|modellen|märket|partiet|nätverket|turneringen|cupen|serien|filmen|färjan|fartyget|flaskor|flaskan|burkar|paket|tuben|tabletter|ampuller|cigaretter|området|badet|lägret|värdshuset|boendet|hemmet|lagret|fabriken|verket|bruket|lokalen|butiken|gården|skolan|parken|området|restaurangen|hallen|kiosken|puben|baren|salongen|firman|bolaget|företaget|affären|banken|macken|huset|byggnaden|kvarteret|föreningen|klubben|båten|tåget|bussen|stranden|sjön|gatan|vägen|torget|laget|hotellet|caféet|gymmet|kyrkan|gruppen|organisationen)$/;

/** Said after a name: the whole is a place named after somebody. */
export const placesAfter = set(
  'plats platsen gata gatan väg vägen torg torget park parken skola skolan förskola förskolan kyrka kyrkan bro bron backe backen gränd allé hamn minne stig stigen kulle gymnasium gymnasiet sjukhus plan gård gården hus huset kiosk kiosken café bageri bageriet grill grillen livs frisör salong pizzeria restaurang krog bar ab hb if bk fc ik ff hk kommun kommunen arena arenan center centrum galleria gallerian stiftelse fond museum museet bibliotek strand stranden esplanad station stationen äng ängar park sal teater hotell konditori bygg måleri taxi åkeri event loppis gym församling kloster slott fästning kapell kyrkogård damm källa stuga vik udde trädgård trädgårdar förvaltning förvaltningen nämnd nämnden bad badet butik butiken gatukök varuhus varuhuset cup lopp loppet torn källare gruva festival festivalen staty statyn byst gravfält naturreservat reservat camping campingen brygga bryggan marina kaj kajen rondell rondellen tunnel tunneln viadukt gångbro lekplats lekplatsen parkering parkeringen folkpark folkets hembygdsgård bygdegård ishall sporthall simhall idrottsplats fotbollsplan badplats äldreboende vårdcentral socken ort byalag fastigheter bostäder trafikplats avfart industriområde köpcentrum handelsområde pub puben taverna krogen delikatesser begravningsbyrå län läns ungdomsgård fritidsgård',
); // prettier-ignore

/** Endings of words that name a street, a house, a body: Björkparken, Nygatan, Bostadsbolaget. */
export const placeEnding =
  /(?:gatan|gata|vägen|väg|gränd|gränden|stigen|torget|torg|parken|park|skolan|skola|plan|planen|platsen|plats|bron|hamn|hamnen|ån|sjön|berget|backen|kullen|dalen|ängen|gården|huset|centrum|hallen|stationen|kyrkan|viken|udden|holmen|stranden|bad|badet|området|kvarteret|tunneln|rondellen|allén|allé|esplanaden|leden|gläntan|bolaget|kontoret|gruppen|tjänsten|verket|styrelsen|föreningen|polisen|kommunen|byrån|bygget|festen|marknaden|loppet|rutan|grottan|fäladen|köping|innerstan|nämnden|banken|källan|borgen|klubben|laget|magasinet|verkstaden|affären|mässan|dagen|veckan|natten|kvällen|linjen|banan|baren|krogen|puben|salen|rummet|hagen|heden|vallen|åsen|mossen|skogen|lunden|näset|kajen|gymnasiet|biblioteket|teatern|arenan|gallerian|läkarna|vandrarna|arna|erna|orna|heten|ningen|hållplatsen|festivalen|anmälan|skolorna|centralen|stugan|staden|gamlastan|sidan|bryggan|slussen|slottet|tornet|fältet|motet|macken|kiosken|trappan|trädgården|fabriken|bruket|hemmet|boendet|gallerian|förvaltningen|utskottet|rådet|förbundet|sällskapet|kåren|partiet|jouren|dammen|ravinen|träsket|reservatet|ringen|terrassen|trappen|hamnplan|gårdarna|villorna|husen)s?$/;

/** Endings of nouns and adjectives: at the start of a sentence a word of this form is no name. */
export const commonEnding =
  /(?:en|et|ar|or|er|na|ing|het|tion|lse|else|skap|ad|at|igt|iga|ande|ende|are|dom|isk|iskt|iska|lig|liga|ligt|stad|ans|ens|ets|nas|ars|ers|t)$/;

/** Endings of Swedish and some other surnames that no place has. */
export const surnameEnding =
  /(?:sson|sdotter|sdóttir|ström|[qkc]vist|quist|gren|blad|stedt|blom|c?rantz|hielm|hjelm|stierna|stjerna|stråle|crona|sköld|skiöld|svärd|feldt?|lander|ander|elius|enius|ović|ovic|ević|evic|[^aeiouyåäö]ić|ovski|ovska|[wc]ski|[wc]ska|wicz|czyk|iewicz|enko|chuk|escu|nen|yan|ian|ashvili|adze|oğlu|oglu|zadeh|nejad|pour|auskas)s?$/;

/** Endings that both surnames and places have: after a first name it is a surname. */
export const surnameOrPlace =
  /(?:berg|lund|lind|dahl?|mark|strand|bäck|beck|sten|stein|man|mann|rup|ell|[^k]én|vall|wall|holm|borg|ås|rud|haug|gård|hag|hed|fors|sjö|ryd|hult|fjäll|klint|stig|brink|vik|näs)s?$/;

/** Endings of the names of towns, villages and farms. */
export const villageEnding =
  /(?:träsk|järv|fors|näs|byn|by|sjö|sjön|vik|viken|torp|torpet|stad|sta|arp|hult|ryd|röd|rød|löv|lösa|åker|tuna|hamn|holmen|holm|sund|sundet|rum|härad|bruk|sele|vattnet|vatten|berga|berget|kulla|ås|åsen|ö|ön|lunda|hov|ekeby|bo|bodarna|boda|strand|inge|unge|löt|hed|heden|dal|dalen|borg|köping|marken|skoga|lycka|lyckan|jum|grund|ed|myra|fall|fallet|ene|ala|mark|skog|sand|sta)$/;

/** What a word in a firm's, a team's or a product's name is: no person is called so. */
export const thingWords = set(
  'fastigheter bostäder bostad bygg apotek security service wellness fitness vodka whisky gin rom model hotel hotell inn pub bistro brasserie kök sushi thai wok burger burgers hamburgare pizza kebab falafel food foods deli shop store market outlet mall city town club group bank media nordic nordiska svenska sverige sweden scandinavia scandinavian international event events cup open festival airport school academy college university logistics transport frakt bemanning förvaltning förvaltningen förvaltningar teater biograf bio opera cirkus tivoli skor kläder blommor tobak spel brygghus coffee tea house room lounge hair nails beauty studio foto optik tandvård tandläkare vård omsorg assistans städ hiss vvs måleri däck motor motors energi elnät fiber data digital scouter scoutkår kamrater idrott fotboll hockey innebandy handboll ridklubb bandy united athletic fc ifk bk sk hc gif öster väster norr söder nord syd arms irish royal grand tavern sports mediecenter center plaza tower towers pro plus max mini light zero super premium edition kompani co company sons söner bröderna systrarna elit trygghet handelsbolag aktiebolag kooperativ förbund förening partiet demokraterna',
); // prettier-ignore

/** Two words that together say that a place or a body follows: "i höjd med", "i närheten av", "samverkan med". */
export const placePhrases: Readonly<Record<string, ReadonlySet<string>>> = {
  med: set('höjd jämnhöjd linje avtal avtalet samarbete samarbetet samverkan samverkar samarbetar kontrakt upphandling flaska flaskor flaskan burk burkar paket tub tuben påse påsar låda lådor kartong'),
  av: set('närheten trakten utkanten delar delen delarna sidan hörnet mitten märket modell typ typen fabrikat statyn staty bysten porträtt tavla reklam ägs sponsras centrum ingången görs drivs förvaltas levereras arrangeras anordnas utförs saneras sköts'),
  om: set('norr söder öster väster norrut söderut strax'),
  från: set('container containern containrar bussar buss vagnar elsparkcyklar kundvagnar kundvagn varor bud'),
}; // prettier-ignore

/** Said after "blev", "är", "var": what only happens to persons. */
export const humanStates = set(
  'jagad hotad rånad slagen misshandlad knuffad sparkad biten mobbad trakasserad rädd ledsen arg berusad onykter utsatt gripen omhändertagen avvisad utslängd uppringd sjuk chockad skadad orolig inblandad bestulen lurad överfallen nedslagen gravid påverkad anmäld polisanmäld avstängd förtvivlad upprörd full fulla hemma misstänkt dömd känd snäll elak aggressiv hotfull nykter blodig hög bortrest inlåst häktad svartsjuk kär trött stressad hungrig ensam fjorton femton sexton sjutton arton tolv tretton nitton tjugo',
); // prettier-ignore

/** Said after "har", "hade": what only persons have done. */
export const humanSupines = set(
  'sagt berättat slagit hotat ringt gjort tagit flyttat slutat sett hört gått sprungit knuffat sparkat skrikit lovat erkänt nekat spottat kastat stulit sålt köpt druckit rökt bråkat jagat mobbat filmat skrivit klottrat bett velat vägrat rymt fyllt trakasserat misshandlat ljugit hämtat lånat betalat anmält känt trott tänkt frågat svarat sovit ätit försökt dömts gripits anhållits häktats omhändertagits retat knivhuggit skurit målat bott jobbat',
); // prettier-ignore

/** Verbs that a bare noun seldom begins a sentence with, but a name does. */
export const livelyDeeds = set(
  'gick sprang satt tog körde stal ville vill ska skulle fick kunde smet stack kom kommer går sitter mötte träffade hämtade följde gav sov bråkar bråkade drog hittade köper köpte lånade undrar väntade väntar',
);

/** Words after "kom" that only persons do. */
export const onFoot = set('springande gående cyklande haltande ridande vinglande åkande hem tillbaka in ut fram ensam');

/** Swedish words are not spelt so: a name, though it begins the sentence. */
export const foreignSpelling =
  /[šžćčđłńśźżğışýúñőűăřěųėæøç]|^(?:[wzq]|[gkdt]h|sh|dz|x|cv)|aa|uu|ii|[bdgkz]h|cz|sz|rz|[^aeiouyåäös]w/u;

/** Endings of Swedish nouns, adjectives and numerals in the forms that can begin a sentence alone: no short name ends so. */
export const nounEnding =
  /(?:[oöyåei]n|ade|dda|tta|nda|lda|rda|lösa|unga|iga|ska|ör|ist|stopp|larm|brand|bråk|rån|skada|brott|gäng|lag|hus|väg|bil|buss|våld|hot|spår|ljud|ljus|rök|skott|samtal|vakt|skola|gård|plats|rum|tåg|fest|dag|kväll|natt|koll|patrull|insats|olycka|glas|ning|eri|ion|ur|else|het|skap|tid|väder|fall|folk|hund|kamera|trafik|musik|service|tips|skräp|bygge|möte|arbete|eld|krock|stöld|fylla|snö|regn|is|boll|skylt|dörr|port|lås|bänk|låda|lampa|figur|parti|mord|fönster|personal|sd|kh|p|b|g|k|f)$/;
