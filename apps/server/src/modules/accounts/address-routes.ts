import { AddressChange, AddressList, NewAddress, SavedAddress } from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../platform/http/api.ts';
import { requireUser } from '../../platform/http/caller.ts';
import type { Accounts } from './accounts.ts';
import { addAddress, changeAddress, removeAddress } from './address-book.ts';
import { findAddresses } from './address-repository.ts';

const tags = ['account'];
const addressParams = Type.Object({ id: Type.String({ format: 'uuid' }) });

export function addressRoutes({ db }: Accounts): ApiPlugin {
  return async (app) => {
    app.get(
      '/me/addresses',
      { schema: { tags, summary: 'One’s addresses, the default first', response: { 200: AddressList } } },
      async (request) => ({ items: await findAddresses(db, requireUser(request)) }),
    );

    app.post(
      '/me/addresses',
      { schema: { tags, summary: 'Keep an address', body: NewAddress, response: { 201: SavedAddress } } },
      async (request, reply) =>
        reply.status(201).send(await addAddress(db, requireUser(request), request.body)),
    );

    app.patch(
      '/me/addresses/:id',
      {
        schema: {
          tags,
          summary: 'Change an address, or make it the default',
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
        schema: { tags, summary: 'Forget an address', params: addressParams, response: { 204: Type.Null() } },
      },
      async (request, reply) => {
        await removeAddress(db, requireUser(request), request.params.id);
        return reply.status(204).send(null);
      },
    );
  };
}
