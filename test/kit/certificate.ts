/** A self-signed certificate for this computer, made at run time: a key is never kept. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** DER: tag, length, content. Contents here are shorter than 64 KB. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts);
const hex = (text: string) => Buffer.from(text, 'hex');
/** Object identifiers: see RFC 5280 for those of certificates, RFC 5758 for that of the signature. */
const identifiers = {
  commonName: der(0x06, hex('550403')),
  subjectKeyIdentifier: der(0x06, hex('551d0e')),
  subjectAltName: der(0x06, hex('551d11')),
  basicConstraints: der(0x06, hex('551d13')),
  ecdsaWithSha256: der(0x06, hex('2a8648ce3d040302')),
};
const octets = (...parts: readonly Buffer[]) => der(0x04, ...parts);
const time = (date: Date) => der(0x18, Buffer.from(date.toISOString().replace(/[-:T]|\.\d+/g, '')));

const ecdsaWithSha256 = sequence(identifiers.ecdsaWithSha256);
const commonName = (name: string) =>
  sequence(der(0x31, sequence(identifiers.commonName, der(0x0c, Buffer.from(name)))));
const hour = 60 * 60 * 1000;

/**
 * Makes a key and a certificate (X.509 version 3, RFC 5280; both PEM) for `127.0.0.1` and `localhost`, which is its own
 * authority. It is good from an hour ago until so many hours from now: -0.5 is one that has expired.
 */
export function makeCertificate({ hours = 1 } = {}): { readonly key: string; readonly cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = commonName('A test on this computer');
  const now = Date.now();
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const addresses = sequence(der(0x87, Buffer.from([127, 0, 0, 1])), der(0x82, Buffer.from('localhost')));
  const isAuthority = sequence(der(0x01, hex('ff')));
  const keyId = octets(createHash('sha1').update(spki).digest());
  const content = sequence(
    der(0xa0, der(0x02, hex('02'))),
    // Positive, and of no length but the usual.
    der(0x02, Buffer.concat([hex('01'), randomBytes(15)])),
    ecdsaWithSha256,
    name,
    sequence(time(new Date(now - hour)), time(new Date(now + hours * hour))),
    name,
    spki,
    der(
      0xa3,
      sequence(
        sequence(identifiers.subjectAltName, octets(addresses)),
        sequence(identifiers.basicConstraints, der(0x01, hex('ff')), octets(isAuthority)),
        sequence(identifiers.subjectKeyIdentifier, octets(keyId)),
      ),
    ),
  );
  const signature = der(0x03, hex('00'), sign('sha256', content, privateKey));
  const lines = sequence(content, ecdsaWithSha256, signature)
    .toString('base64')
    .replace(/.{1,64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}-----END CERTIFICATE-----\n`,
  };
}
