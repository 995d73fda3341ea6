Feature: Hashes and encodings

  # Vectors of hash functions: NIST, "Examples with Intermediate Values"
  # (https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values), RFC 1321 appendix A.5 for MD5.
  Scenario Outline: A hash is what the standard says
    Given the input
      """json
      {"operation": "<operation>", "input": "<input>"}
      """
    When the part runs
    Then data.result is "<result>"

    Examples:
      | operation | input                                                                                                                            | result                                                                                                                           |
      | sha256    |                                                                                                                                  | e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855                                                                 |
      | sha256    | abc                                                                                                                              | ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad                                                                 |
      | sha256    | abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq                                                                         | 248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1                                                                 |
      | sha384    | abc                                                                                                                              | cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7                                 |
      | sha384    | abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu                 | 09330c33f71147e83d192fc782cd1b4753111b173b3b05d22fa08086e3b0f712fcc7c71a557e2db966c3e9fa91746039                                 |
      | sha512    |                                                                                                                                  | cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e |
      | sha512    | abc                                                                                                                              | ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f |
      | sha512    | abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu                 | 8e959b75dae313da8cf4f72814fc143f8f7779c6eb9f7fa17299aeadb6889018501d289e4900f7e4331b99dec4b5433ac7d329eeb6dd26545e96e55b874be909 |
      | sha1      | abc                                                                                                                              | a9993e364706816aba3e25717850c26c9cd0d89d                                                                                         |
      | sha1      | abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq                                                                         | 84983e441c3bd26ebaae4aa1f95129e5e54670f1                                                                                         |
      | md5       |                                                                                                                                  | d41d8cd98f00b204e9800998ecf8427e                                                                                                 |
      | md5       | a                                                                                                                                | 0cc175b9c0f1b6a831c399e269772661                                                                                                 |
      | md5       | abc                                                                                                                              | 900150983cd24fb0d6963f7d28e17f72                                                                                                 |
      | md5       | message digest                                                                                                                   | f96b697d7cb7938d525a2f31aaf161d0                                                                                                 |
      | md5       | 12345678901234567890123456789012345678901234567890123456789012345678901234567890                                                 | 57edf4a22be3c955ac49da2e2107b67a                                                                                                 |
      | sha256    | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx                                                                          | d5e285683cd4efc02d021a5c62014694958901005d6f71e89e0989fac77e4072                                                                 |
      | sha256    | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx                                                                         | 04c26261370ee7541549d16dee320c723e3fd14671e66a099afe0a377c16888e                                                                 |
      | sha256    | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx                                                                  | 75220b47218278e656f2013bb8f0c455a25eaf01e86c64924e9d48d89776d6f2                                                                 |
      | sha256    | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx                                                                 | 7ce100971f64e7001e8fe5a51973ecdfe1ced42befe7ee8d5fd6219506b5393c                                                                 |
      | sha512    | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx                  | 9a2a120825c2319867758ec277924f6faa254968bf752046dacdd948d8ad299b10359fd04bfd7d3810b5fa1b16a294236138baff981cbb85248478053ac4d3dd |
      | sha512    | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx                 | a3722b515ef40c910f2419f6e0da8ca51d410114ce6272faae64045f9e9f630e7fa8dd5a3243c9860b899d148c3da4bc0f9e07454542604d030bb55531fe0d5b |
      | sha512    | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx | e2e22f8422b54b06e35c3ea30a383d1de7a8fbc27992923074103117020d8dd7024c3ecf7d6d1a15a6de5a75ff32fb486b9e8ced4c02ffe05822bf2cb734d0e0 |
      | md5       | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx                                                                         | 668a72d5ba17f08e62dabcafad6db14b                                                                                                 |
      | sha1      | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx                                                                 | bb2fa3ee7afb9f54c6dfb5d021f14b1ffe40c163                                                                                         |
      | crc32     | 123456789                                                                                                                        | cbf43926                                                                                                                         |

  # RFC 4231 (https://www.rfc-editor.org/rfc/rfc4231), sections 4.2 to 4.8; RFC 2202 for SHA-1.
  Scenario Outline: HMAC is what the RFCs say
    Given the input
      """json
      {"operation": "<operation>", "input": "<data>", "input_encoding": "hex", "key": "<key>", "key_encoding": "hex"}
      """
    When the part runs
    Then data.result is "<result>"

    Examples:
      | operation   | data                                                                                                                                                                                                                                                                                                             | key                                                                                                                                                                                                                                                                    | result                                                                                                                           |
      | hmac_sha256 | 4869205468657265                                                                                                                                                                                                                                                                                                 | 0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b                                                                                                                                                                                                                               | b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7                                                                 |
      | hmac_sha384 | 4869205468657265                                                                                                                                                                                                                                                                                                 | 0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b                                                                                                                                                                                                                               | afd03944d84895626b0825f4ab46907f15f9dadbe4101ec682aa034c7cebc59cfaea9ea9076ede7f4af152e8b2fa9cb6                                 |
      | hmac_sha512 | 4869205468657265                                                                                                                                                                                                                                                                                                 | 0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b                                                                                                                                                                                                                               | 87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cdedaa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854 |
      | hmac_sha256 | 7768617420646f2079612077616e7420666f72206e6f7468696e673f                                                                                                                                                                                                                                                         | 4a656665                                                                                                                                                                                                                                                               | 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843                                                                 |
      | hmac_sha384 | 7768617420646f2079612077616e7420666f72206e6f7468696e673f                                                                                                                                                                                                                                                         | 4a656665                                                                                                                                                                                                                                                               | af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649                                 |
      | hmac_sha512 | 7768617420646f2079612077616e7420666f72206e6f7468696e673f                                                                                                                                                                                                                                                         | 4a656665                                                                                                                                                                                                                                                               | 164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737 |
      | hmac_sha256 | dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd                                                                                                                                                                                                             | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa                                                                                                                                                                                                                               | 773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe                                                                 |
      | hmac_sha384 | dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd                                                                                                                                                                                                             | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa                                                                                                                                                                                                                               | 88062608d3e6ad8a0aa2ace014c8a86f0aa635d947ac9febe83ef4e55966144b2a5ab39dc13814b94e3ab6e101a34f27                                 |
      | hmac_sha512 | dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd                                                                                                                                                                                                             | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa                                                                                                                                                                                                                               | fa73b0089d56a284efb0f0756c890be9b1b5dbdd8ee81a3655f83e33b2279d39bf3e848279a722c806b485a47e67c807b946a337bee8942674278859e13292fb |
      | hmac_sha256 | cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd                                                                                                                                                                                                             | 0102030405060708090a0b0c0d0e0f10111213141516171819                                                                                                                                                                                                                     | 82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b                                                                 |
      | hmac_sha384 | cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd                                                                                                                                                                                                             | 0102030405060708090a0b0c0d0e0f10111213141516171819                                                                                                                                                                                                                     | 3e8a69b7783c25851933ab6290af6ca77a9981480850009cc5577c6e1f573b4e6801dd23c4a7d679ccf8a386c674cffb                                 |
      | hmac_sha512 | cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd                                                                                                                                                                                                             | 0102030405060708090a0b0c0d0e0f10111213141516171819                                                                                                                                                                                                                     | b0ba465637458c6990e5a8c5f61d4af7e576d97ff94b872de76f8050361ee3dba91ca5c11aa25eb4d679275cc5788063a5f19741120c4f2de2adebeb10a298dd |
      | hmac_sha256 | 54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579204669727374                                                                                                                                                                                                     | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | 60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54                                                                 |
      | hmac_sha384 | 54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579204669727374                                                                                                                                                                                                     | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | 4ece084485813e9088d2c63a041bc5b44f9ef1012a2b588f3cd11f05033ac4c60c2ef6ab4030fe8296248df163f44952                                 |
      | hmac_sha512 | 54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579204669727374                                                                                                                                                                                                     | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | 80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f3526b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598 |
      | hmac_sha256 | 5468697320697320612074657374207573696e672061206c6172676572207468616e20626c6f636b2d73697a65206b657920616e642061206c6172676572207468616e20626c6f636b2d73697a6520646174612e20546865206b6579206e6565647320746f20626520686173686564206265666f7265206265696e6720757365642062792074686520484d414320616c676f726974686d2e | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | 9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2                                                                 |
      | hmac_sha384 | 5468697320697320612074657374207573696e672061206c6172676572207468616e20626c6f636b2d73697a65206b657920616e642061206c6172676572207468616e20626c6f636b2d73697a6520646174612e20546865206b6579206e6565647320746f20626520686173686564206265666f7265206265696e6720757365642062792074686520484d414320616c676f726974686d2e | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | 6617178e941f020d351e2f254e8fd32c602420feb0b8fb9adccebb82461e99c5a678cc31e799176d3860e6110c46523e                                 |
      | hmac_sha512 | 5468697320697320612074657374207573696e672061206c6172676572207468616e20626c6f636b2d73697a65206b657920616e642061206c6172676572207468616e20626c6f636b2d73697a6520646174612e20546865206b6579206e6565647320746f20626520686173686564206265666f7265206265696e6720757365642062792074686520484d414320616c676f726974686d2e | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | e37b6a775dc87dbaa4dfa9f96e5e3ffddebd71f8867289865df5a32d20cdc944b6022cac3c4982b10d5eeb55c3e4de15134676fb6de0446065c97440fa8c6a58 |
      | hmac_sha1   | 4869205468657265                                                                                                                                                                                                                                                                                                 | 0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b                                                                                                                                                                                                                               | b617318655057264e28bc0b6fb378c8ef146be00                                                                                         |
      | hmac_sha1   | 7768617420646f2079612077616e7420666f72206e6f7468696e673f                                                                                                                                                                                                                                                         | 4a656665                                                                                                                                                                                                                                                               | effcdf6ae5eb2fa2d27416d5f184df9c259a7c79                                                                                         |

  # RFC 4648, section 10 (https://www.rfc-editor.org/rfc/rfc4648#section-10)
  Scenario Outline: A text is encoded and decoded again
    Given the input
      """json
      {"operation": "<encoding>_<direction>", "input": <input>}
      """
    When the part runs
    Then data.result is <result>

    Examples: encoding
      | encoding  | direction | input             | result                            |
      | base64    | encode    | ""                | ""                                |
      | base64    | decode    | ""                | ""                                |
      | base64    | encode    | "f"               | "Zg=="                            |
      | base64    | decode    | "Zg=="            | "f"                               |
      | base64    | encode    | "fo"              | "Zm8="                            |
      | base64    | decode    | "Zm8="            | "fo"                              |
      | base64    | encode    | "foo"             | "Zm9v"                            |
      | base64    | decode    | "Zm9v"            | "foo"                             |
      | base64    | encode    | "foob"            | "Zm9vYg=="                        |
      | base64    | decode    | "Zm9vYg=="        | "foob"                            |
      | base64    | encode    | "fooba"           | "Zm9vYmE="                        |
      | base64    | decode    | "Zm9vYmE="        | "fooba"                           |
      | base64    | encode    | "foobar"          | "Zm9vYmFy"                        |
      | base64    | decode    | "Zm9vYmFy"        | "foobar"                          |
      | base64url | encode    | "fo?>"            | "Zm8_Pg"                          |
      | base64url | decode    | "Zm8_Pg"          | "fo?>"                            |
      | base64    | decode    | "Zm8_Pg=="        | "fo?>"                            |
      | base64    | decode    | " Zm9v YmFy "  | "foobar"                          |
      | hex       | encode    | "foo中"            | "666f6fe4b8ad"                    |
      | hex       | decode    | "66 6F 6f E4B8AD" | "foo中"                            |
      | url       | encode    | "a b&c=中/~-_.!"   | "a%20b%26c%3D%E4%B8%AD%2F~-_.%21" |
      | url       | decode    | "a%20b+%e4%b8%ad" | "a b+中"                           |
      | hex       | encode    | 12.50             | "31322e3530"                      |
      | base64    | encode    | "\ud83d"          | "77+9"                            |
      | base64    | encode    | "😀"               | "8J+YgA=="                        |

  Scenario Outline: Encodings of what goes in and comes out are chosen
    Given the input
      """json
      <input>
      """
    When the part runs
    Then data.result is <result>

    Examples:
      | input                                                                                               | result                                         |
      | {"operation": "sha256", "input": "abc", "output_encoding": "base64"}                                | "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=" |
      | {"operation": "sha256", "input": "616263", "input_encoding": "hex", "output_encoding": "base64url"} | "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0"  |
      | {"operation": "base64_decode", "input": "/+8=", "output_encoding": "hex"}                           | "ffef"                                         |
      | {"operation": "hex_decode", "input": "ffef", "output_encoding": "base64"}                           | "/+8="                                         |
      | {"operation": "hex_encode", "input": "_-8", "input_encoding": "base64"}                             | "ffef"                                         |
      | {"operation": "url_decode", "input": "a+b%2B", "plus": true}                                        | "a b+"                                         |
      | {"operation": "crc32", "input": ""}                                                                 | "00000000"                                     |
      | {"operation": "uuid_v5", "namespace": "dns", "name": "www.example.com"}                             | "2ed6657d-e927-568b-95e1-2665a8aea6a2"         |
      | {"operation": "uuid_v5", "namespace": "url", "name": "https://example.com/中"}                       | "611cd461-8b36-5520-bb2c-494dcd63b61e"         |
      | {"operation": "uuid_v5", "namespace": "6BA7B814-9DAD-11D1-80B4-00C04FD430C8", "name": 7}            | "d8ca2052-b949-5309-beeb-9ae3d4214b57"         |

  Scenario Outline: A signature is checked
    Given the input
      """json
      {"operation": "verify_hmac", "input": "order 17", "key": "secret", "signature": "<signature>", "signature_encoding": "<encoding>", "algorithm": "<algorithm>"}
      """
    When the part runs
    Then data.result is <result>

    Examples:
      | signature                                                                                        | encoding | algorithm | result |
      | 2a6df146dfaf5a00fa2ae448ca2ffad2d27fe17a14c2139e29200e5e6e2ee204                                 | hex      | sha256    | true   |
      | sha256=2a6df146dfaf5a00fa2ae448ca2ffad2d27fe17a14c2139e29200e5e6e2ee204                          | hex      | sha256    | true   |
      | 2A6DF146DFAF5A00FA2AE448CA2FFAD2D27FE17A14C2139E29200E5E6E2EE204                                 | hex      | sha256    | true   |
      | Km3xRt+vWgD6KuRIyi/60tJ/4XoUwhOeKSAOXm4u4gQ=                                                     | base64   | sha256    | true   |
      | 2a6df146dfaf5a00fa2ae448ca2ffad2d27fe17a14c2139e29200e5e6e2ee200                                 | hex      | sha256    | false  |
      | 2a6df146dfaf5a00fa2ae448ca2ffad2d27fe17a14c2139e29200e5e6e2ee2                                   | hex      | sha256    | false  |
      |                                                                                                  | hex      | sha256    | false  |
      | 2a6df146dfaf5a00fa2ae448ca2ffad2d27fe17a14c2139e29200e5e6e2ee204                                 | hex      | sha512    | false  |
      | 829c627198900552522657f8323a4280c4bf9ca5                                                         | hex      | sha1      | true   |
      | 8a9323312c4a4c917774b6a7429159232e1f1d4e51f9065f7f18eeffc6ae245dc0cd110d26861fa134ba84294379a011 | hex      | sha384    | true   |

  # RFC 9562, sections 5.4 and 5.7
  Scenario Outline: Identifiers are made
    Given the input
      """json
      <input>
      """
    When the part runs
    Then data.result matches "<pattern>"

    Examples:
      | input                                      | pattern                                                              |
      | {"operation": "uuid"}                      | [0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}  |
      | {"operation": "uuid_v7"}                   | 0[0-9a-f]{7}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12} |
      | {"operation": "random_hex"}                | [0-9a-f]{32}                                                         |
      | {"operation": "random_hex", "bytes": 1024} | [0-9a-f]{2048}                                                       |

  Scenario Outline: What can't be done is refused
    Given the input
      """json
      <input>
      """
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"

    Examples:
      | input                                                                                         | code              | words                                         |
      | {}                                                                                            | MISSING_FIELD     | `operation`                                   |
      | {"operation": "sha3", "input": "x"}                                                           | UNKNOWN_OPERATION | sha256                                        |
      | {"operation": "sha256"}                                                                       | MISSING_FIELD     | `input`                                       |
      | {"operation": "sha256", "input": null}                                                        | MISSING_FIELD     | `input`                                       |
      | {"operation": "sha256", "input": {}}                                                          | INVALID_TYPE      | an object                                     |
      | {"operation": "hmac_sha256", "input": "x"}                                                    | MISSING_FIELD     | `key`                                         |
      | {"operation": "verify_hmac", "input": "x", "key": "k"}                                        | MISSING_FIELD     | `signature`                                   |
      | {"operation": "verify_hmac", "input": "x", "key": "k", "signature": "zz"}                     | INVALID_ENCODING  | `signature` is not hexadecimal at character 1 |
      | {"operation": "verify_hmac", "input": "x", "key": "k", "signature": "00", "algorithm": "md5"} | INVALID_VALUE     | `algorithm`                                   |
      | {"operation": "base64_decode", "input": "Zm9v中"}                                              | INVALID_ENCODING  | character 5                                   |
      | {"operation": "base64_decode", "input": "Zm9vY"}                                              | INVALID_ENCODING  | middle of a byte                              |
      | {"operation": "base64_decode", "input": "Zg="}                                                | INVALID_ENCODING  | middle of a byte                              |
      | {"operation": "base64_decode", "input": "Zg==Zg=="}                                           | INVALID_ENCODING  | character 5                                   |
      | {"operation": "base64_decode", "input": "/w=="}                                               | NOT_TEXT          | `output_encoding`                             |
      | {"operation": "hex_decode", "input": "abc"}                                                   | INVALID_ENCODING  | odd number                                    |
      | {"operation": "hex_decode", "input": "eda080"}                                                | NOT_TEXT          | UTF-8                                         |
      | {"operation": "url_decode", "input": "100%"}                                                  | INVALID_ENCODING  | character 4                                   |
      | {"operation": "url_decode", "input": "%c3"}                                                   | NOT_TEXT          | UTF-8                                         |
      | {"operation": "sha256", "input": "x", "input_encoding": "utf16"}                              | INVALID_VALUE     | `input_encoding`                              |
      | {"operation": "sha256", "input": "x", "output_encoding": "bin"}                               | INVALID_VALUE     | `output_encoding`                             |
      | {"operation": "uuid_v5", "name": "x"}                                                         | MISSING_FIELD     | `namespace`                                   |
      | {"operation": "uuid_v5", "namespace": "dns"}                                                  | MISSING_FIELD     | `name`                                        |
      | {"operation": "uuid_v5", "namespace": "web", "name": "x"}                                     | INVALID_VALUE     | `namespace`                                   |
      | {"operation": "random_hex", "bytes": 0}                                                       | OUT_OF_RANGE      | `bytes`                                       |
      | {"operation": "random_hex", "bytes": 1e9}                                                     | OUT_OF_RANGE      | 1024                                          |
