import { AddressChange, AddressList, NewAddress, SavedAddress, Uuid } from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { requireUser } from '../../../platform/http/caller.ts';
import { accountProblem } from './account-problem.ts';
import type { Accounts } from './accounts.ts';
import { addAddress, changeAddress, removeAddress } from './address-book.ts';
import { findAddresses } from './address-repository.ts';

const tags = ['account'];
const addressParams = Type.Object({ id: Uuid('Of the address') });

export function addressRoutes({ db }: Accounts): ApiPlugin {
  return async (app) => {
    app.get(
      '/me/addresses',
      {
        schema: {
          tags,
          operationId: 'listAddresses',
          asker: 'member',
          permission: 'account:read',
          summary: 'List my addresses, the default first',
          description: 'An account can have up to 20 addresses.',
          answers: { 200: 'The addresses' },
          response: { 200: AddressList },
        },
      },
      async (request) => ({ items: await findAddresses(db, requireUser(request)) }),
    );

    app.post(
      '/me/addresses',
      {
        schema: {
          tags,
          operationId: 'addAddress',
          asker: 'member',
          permission: 'account:write',
          summary: 'Add an address',
          description: 'The first address becomes the default, whatever `is_default` says.',
          problems: [...accountProblem.known('account-gone', 'too-many-addresses')],
          answers: { 201: 'The address, with its id' },
          body: NewAddress,
          response: { 201: SavedAddress },
        },
      },
      async (request, reply) =>
        reply.status(201).send(await addAddress(db, requireUser(request), request.body)),
    );

    app.patch(
      '/me/addresses/:id',
      {
        schema: {
          tags,
          operationId: 'changeAddress',
          asker: 'member',
          permission: 'account:write',
          summary: 'Change an address, or make it the default',
          description:
            'Fields that the request leaves out stay. With `is_default: true`, the previous default loses it.',
          problems: [...accountProblem.known('account-gone', 'address-not-found')],
          answers: { 200: 'The changed address' },
          params: addressParams,
          body: AddressChange,
          response: { 200: SavedAddress },
        },
      },
      (request) =>
        changeAddress(db, {
          userId: requireUser(request),
          addressId: request.params.id,
          change: request.body,
        }),
    );

    app.delete(
      '/me/addresses/:id',
      {
        schema: {
          tags,
          operationId: 'deleteAddress',
          asker: 'member',
          permission: 'account:write',
          summary: 'Delete an address',
          description: 'Orders keep their address.',
          problems: [...accountProblem.known('account-gone', 'address-not-found')],
          params: addressParams,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        await removeAddress(db, requireUser(request), request.params.id);
        return reply.status(204).send(null);
      },
    );
  };
}
