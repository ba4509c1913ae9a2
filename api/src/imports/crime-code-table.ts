/** Codes that one line covers ("0855-0856 0862"), our category, and its sub-category where the code says which. */
export type CodeLine = readonly [codes: string, category: string, subcategory: string | null];

/**
 * Brå's crime codes (brottskoder) and where they belong among the default categories. Source: Brå, the list of codes in
 * the statistics database SOL as of 24 September 2026 (ended codes included, because old extracts hold them); grouping
 * into categories is ours. A code that is not here becomes OVR and is named in the preview: nothing is guessed.
 */
export const codeLines: readonly CodeLine[] = [
  // 3 kap. liv och hälsa
  ['0301-0308 0325 0328-0329 0336-0337 9389-9392 9395-9396 9399', 'VALD', null],
  ['0309-0313 0321-0324', 'VALD', null],
  ['0326-0327 0330 0335 9393-9394 9397-9398', 'RELA', null],
  ['0314 0331-0334 0341-0344 0355-0358 0365-0368 0375-0378 0385-0388', 'VALD', 'Bråk/slagsmål'],
  ['0351-0354 0361-0364 0371-0374 0381-0384 9301-9348', 'VALD', 'Bråk/slagsmål'],
  ['9349 9351 9353 9355 9357 9359 9361 9363 9365 9367 9369 9371 9373 9375 9377 9379 9381 9383 9385 9387', 'RELA', null],
  ['9350 9352 9354 9356 9358 9360 9362 9364 9366 9368 9370 9372 9374 9376 9378 9380 9382 9384 9386 9388', 'VALD', 'Bråk/slagsmål'],
  ['0315-0319 0391-0396', 'OVR', null],
  // 4 kap. frihet och frid
  ['0401 9472', 'ORDN', 'Intrång'],
  ['9471', 'VALD', null],
  ['0402 0405-0406 0409 0413 0426-0427 0451 0453 0455 0457 0459 9442-9443 9446-9447', 'VALD', 'Hot'],
  ['0403 0407-0408 0410 0414 0428-0429 9458-9459 9462-9463', 'VALD', null],
  ['0411-0412 0422-0425 0435-0438 0433-0434', 'RELA', null],
  ['0440-0443 9424-9431', 'RELA', null],
  ['0450 0452', 'NAT', 'Mot barn'],
  ['0454 0456 0458 9432-9439', 'NAT', 'Hot/trakasserier'],
  ['0415 9464-9468 1206', 'NAT', null],
  ['0430-0431 0488-0491 9405-9407 9410-9411 9414-9415 9418-9419 9422-9423', 'VALD', null],
  ['9401-9404 9408-9409 9412-9413 9416-9417 9420-9421 9440-9441 9444-9445 9456-9457 9460-9461', 'RELA', null],
  ['0404 0416-0421 0432 0470-0487 0492-0496 9448-9455 9473-9474', 'OVR', null],
  ['9469-9470 9475-9496 9500-9511 9552-9561 9595-9599', 'RELA', null],
  ['9512-9551', 'OVR', null],
  ['0506 0508', 'NAT', 'Mot barn'],
  ['0510 0512', 'NAT', 'Hot/trakasserier'],
  ['0501-0505 0507 0509 0511 0513 0701 0711-0713', 'OVR', null],
  // 6 kap. sexualbrott
  ['0607-0608 0637-0638 0668 9601-9606 9691-9698', 'VALD', 'Sexuellt ofredande'],
  ['6155 6157 6159 6161', 'NAT', 'Mot barn'],
  ['6156 6158 6160 6162', 'VALD', 'Sexuellt ofredande'],
  ['0601-0606 0609-0611 0613-0616 0621-0628 0631-0636 0640-0667 0669-0676 0682 0684-0699 9607-9690', 'VALD', null],
  ['6101-6154', 'VALD', null],
  // 8 kap. tillgrepp
  ['0801-0802 0838 0840 9803-9804 9823 9827-9828', 'STOLD', 'Fordon'],
  ['0803-0804 0807 0841 9829-9830 9833', 'STOLD', 'Cykel/moped'],
  ['0805 0808 0828 0891 9815-9816', 'STOLD', 'Båt'],
  ['0825 0860', 'STOLD', 'Förråd/källare'],
  ['0824 0826 0836-0837 0843-0844 0857-0859 0874 9801-9802 9831-9832', 'STOLD', 'Bostad'],
  ['0818-0819 0853', 'STOLD', 'Butik'],
  ['0810-0817 0820-0823 0827 0829 0831-0835 0846-0850 0852 0854 0861 0883-0884 0886-0888 9824 9826', 'STOLD', 'Verksamhet'],
  ['0806 0809 0830 0839 0842 0845 0851 0875-0876 0880-0882 0885 0889 9814 9817-9822 9825 9834', 'STOLD', null],
  ['0855-0856 0862-0873 0877-0879 0890 0892-0899 9806-9813', 'VALD', 'Rån'],
  // 9 kap. bedrägeri
  ['0942-0943 0946-0947 0950-0951 0954-0955 0958-0959 0962-0963 0966-0967 0970-0971 0974-0975 0978-0979 0984-0985 0992-0993 0905', 'BEDR', 'Mot äldre'],
  ['0904 0932 0980-0983 0996', 'BEDR', 'Kort/konto'],
  ['0986-0987', 'BEDR', 'Handel'],
  ['0901-0903 0906 0909 0911-0916 0921-0929 0935 0941 0944-0945 0948-0949 0952-0953 0956-0957 0960-0961 0964-0965 0968-0969 0972-0973 0976-0977 0988-0991 0994-0995 0997-0998', 'BEDR', null],
  ['0907 0940', 'ORGB', 'Utpressning'],
  ['0908 0930-0931 0933-0934 0999 1001-1004 1007 1009', 'OVR', null],
  // 12-13 kap. skadegörelse, brand, sprängning
  ['1201', 'SKAD', 'Fordon'],
  ['1203 1205 1212', 'SKAD', null],
  ['1207-1209', 'SKAD', 'Klotter'],
  ['1211', 'BRAND', 'Fordon'],
  ['1202 1210 1301-1302', 'BRAND', null],
  ['1308 1312-1313', 'VALD', 'Skottlossning/explosion'],
  ['1204 1303-1307 1309-1310 1314-1316', 'OVR', null],
  // 16-17 kap. allmän ordning, tjänstemän
  ['1602-1605 1607-1617', 'OVR', null],
  ['1701-1704 1706', 'ANST', 'Våld'],
  ['1705', 'ANST', 'Hot'],
  ['1713-1715', 'ANST', 'Trakasserier'],
  ['1311', 'ANST', 'Sabotage'],
  ['1709', 'VALD', 'Hot'],
  // trafik
  ['3002-3004', 'TRAF', 'Olovlig trafik'],
  ['3001 3005-3008 3070 3161', 'TRAF', null],
  // vapen, kontaktförbud, ordning, narkotika och alkohol
  ['4007-4010 4023 4073-4081 4127-4132', 'VALD', 'Vapen/tillhygge'],
  ['4021 4029 4085-4086 4088-4097', 'RELA', null],
  ['4024', 'OVR', null],
  ['4028 4145 5085-5087', 'ORDN', null],
  ['5084', 'BRAND', 'Pyroteknik'],
  ['8008', 'ORDN', 'Nedskräpning'],
  ['5001 5004-5005', 'NARK', 'Misstänkt försäljning'],
  ['5010-5012', 'NARK', 'Misstänkt bruk'],
  ['5006 5013-5016 5040-5043 5045-5048', 'NARK', null],
]; // prettier-ignore

/** Yields every code of a line such as "0855-0856 0862", as four-digit text. */
export function* codesOf(list: string): Generator<string> {
  for (const part of list.split(' ')) {
    const [first, last = first] = part.split('-');
    for (let code = Number(first); code <= Number(last); code += 1) yield String(code).padStart(4, '0');
  }
}
