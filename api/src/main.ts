import 'reflect-metadata';
import { AccountsService } from './access/accounts.service.js';
import { createApplication } from './app/application.js';
import { readEnvironment } from './app/environment.js';

const environment = readEnvironment();
const application = await createApplication(environment);
await application.listen(environment.port, environment.host);
const token = await application.get(AccountsService).firstAdministratorToken();
if (token && !environment.demo) {
  const address = environment.publicUrl ?? `http://${environment.host}:${environment.port}`;
  process.stdout.write(`Make the first administrator here, once: ${address}/forsta-administrator#${token}\n`);
}
