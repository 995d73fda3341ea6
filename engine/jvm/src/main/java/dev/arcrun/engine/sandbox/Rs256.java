package dev.arcrun.engine.sandbox;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;

/** RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518, RS256). */
public final class Rs256 {
    /** A longer key is not in use anywhere, and signing with it can't be interrupted. */
    private static final int MOST_BITS = 8192;

    private Rs256() {}

    /**
     * @param pkcs8 the private key, DER
     * @throws HostFailure when it is no such key
     */
    public static byte[] sign(byte[] data, byte[] pkcs8) throws HostFailure {
        try {
            var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            if (((RSAPrivateKey) key).getModulus().bitLength() > MOST_BITS) {
                throw unusable();
            }
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw unusable();
        }
    }

    private static HostFailure unusable() {
        return new HostFailure(
                FailureCode.INVALID_REQUEST,
                "The private key to sign with is not an RSA key in PKCS #8 form.",
                "Paste the key as it is in the service account's file.");
    }
}
