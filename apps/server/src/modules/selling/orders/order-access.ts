import { jwtVerify, SignJWT } from 'jose';

const issuer = 'kindred';
const audience = 'kindred-order';
const lifetime = '180 days';

/** Signs the token that opens one order. It is in a guest's confirmation and in the links of mails. */
export function signOrderAccess(secret: string, orderId: string): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(orderId)
    .setIssuedAt()
    .setExpirationTime(lifetime)
    .sign(new TextEncoder().encode(secret));
}

export async function opensOrder(secret: string, token: string, orderId: string): Promise<boolean> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      issuer,
      audience,
      algorithms: ['HS256'],
    });
    return payload.sub === orderId;
  } catch {
    return false;
  }
}
