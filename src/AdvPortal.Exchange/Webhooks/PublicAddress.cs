using System.Net;
using System.Net.Sockets;

namespace AdvPortal.Exchange.Webhooks;

/// <summary>Tells an address of the public internet from one inside somebody's network, where the portal must not be sent by whoever names an address.</summary>
/// <remarks>
/// IPv4: everything but what the IANA special-purpose registry (RFC 6890) and RFC 1112/5771 set apart. IPv6: only what is assigned as global
/// unicast (2000::/3, RFC 4291, 2.5.4) and is no tunnel, no documentation and no protocol's own. An address that carries an IPv4 address in it
/// (mapped, compatible, NAT64, 6to4, Teredo) is none, whichever it carries: a host of the public internet has an address of its own.
/// </remarks>
public static class PublicAddress
{
    private static readonly IPNetwork _unicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] _setApart =
    [
        .. ((string[])
        [
            "0.0.0.0/8",          // This network (RFC 791).
            "10.0.0.0/8",         // Private (RFC 1918).
            "100.64.0.0/10",      // Behind a carrier's NAT (RFC 6598).
            "127.0.0.0/8",        // Loopback (RFC 1122).
            "169.254.0.0/16",     // Link-local (RFC 3927): metadata of cloud machines too.
            "172.16.0.0/12",      // Private (RFC 1918).
            "192.0.0.0/24",       // Protocol assignments (RFC 6890).
            "192.0.2.0/24",       // Documentation (RFC 5737).
            "192.88.99.0/24",     // 6to4 relays (RFC 7526).
            "192.168.0.0/16",     // Private (RFC 1918).
            "198.18.0.0/15",      // Benchmarks (RFC 2544).
            "198.51.100.0/24",    // Documentation (RFC 5737).
            "203.0.113.0/24",     // Documentation (RFC 5737).
            "224.0.0.0/4",        // Multicast (RFC 5771).
            "240.0.0.0/4",        // Reserved (RFC 1112), and broadcast.
            "2001::/23",          // Protocol assignments (RFC 2928): Teredo, benchmarks, ORCHID.
            "2001:db8::/32",      // Documentation (RFC 3849).
            "2002::/16",          // 6to4 (RFC 3056).
            "3fff::/20",          // Documentation (RFC 9637).
        ]).Select(IPNetwork.Parse),
    ];

    /// <summary>Whether anybody on the internet could call it.</summary>
    public static bool Is(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !IsSetApart(address),
        AddressFamily.InterNetworkV6 => address.ScopeId == 0 && _unicast.Contains(address) && !IsSetApart(address),
        _ => false,
    };

    private static bool IsSetApart(IPAddress address) => Array.Exists(_setApart, network => network.Contains(address));
}
