using System.Net;
using Hausmeister.Bot.Hosting;

namespace Hausmeister.Tests.Hosting;

public sealed class RateLimitsTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:2:ffff::1", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:3::1", "2001:db8:1:3::")]
    public void Whoever_has_a_whole_network_has_one_share(string remote, string share) =>
        RateLimits.AddressOf(IPAddress.Parse(remote)).ShouldBe(IPAddress.Parse(share));

    [Fact]
    public void Whoever_has_no_address_has_a_share_too() => RateLimits.AddressOf(null).ShouldNotBeNull();
}
