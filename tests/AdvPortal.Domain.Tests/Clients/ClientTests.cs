using AdvPortal.Domain.Clients;

namespace AdvPortal.Domain.Tests.Clients;

public sealed class ClientTests
{
    [Theory]
    [InlineData("", "Hydraulique Chartraine")]
    [InlineData(" ", "Hydraulique Chartraine")]
    [InlineData("HYDCHA", "")]
    [InlineData("HYDCHA", " ")]
    public void A_client_has_a_code_and_a_name(string code, string name) =>
        Assert.Throws<ArgumentException>(() => new Client(code, name, "fr", "EUR"));

    [Fact]
    public void What_people_type_around_a_name_is_no_part_of_it()
    {
        var client = new Client(" HYDCHA ", " Hydraulique Chartraine ", "fr", "EUR");
        Assert.Equal(("HYDCHA", "Hydraulique Chartraine"), (client.Code, client.Name));

        client.Rename(" HYC ", " Hydraulique de Chartres ");
        Assert.Equal(("HYC", "Hydraulique de Chartres"), (client.Code, client.Name));

        var site = client.OpenSite(" Entrepôt ", "Europe/Paris", PostalAddress.Empty);
        Assert.Equal("Entrepôt", site.Name);

        site.Describe(" Entrepôt nord ", "Europe/Paris", PostalAddress.Empty, null, null);
        Assert.Equal("Entrepôt nord", site.Name);

        var contact = client.Meet(" Karim Haddad ", ContactRole.Warehouse, null, null, null);
        Assert.Equal("Karim Haddad", contact.Name);

        contact.Describe(" Karim El Haddad ", ContactRole.Warehouse, null, null, "fr", null);
        Assert.Equal("Karim El Haddad", contact.Name);

        Assert.Equal("0A-17", new BuyerCode(client.Id, " 0A-17 ", Ids.New<ProductId>()).Code);
    }

    [Fact]
    public void Sites_and_contacts_are_of_their_client()
    {
        var client = AClient();
        var site = client.OpenSite("Chartres", "Europe/Paris", PostalAddress.Empty, "3012345678904");
        var contact = client.Meet("Karim Haddad", ContactRole.Warehouse, "karim@hydraulique.example", null, null, site.Id);

        Assert.Equal([site], client.Sites);
        Assert.Equal([contact], client.Contacts);
        Assert.Equal((client.Id, client.Id, site.Id), (site.ClientId, contact.ClientId, contact.SiteId));
    }

    [Theory]
    [InlineData(null, "de")]
    [InlineData("en", "en")]
    public void A_contact_speaks_the_language_of_the_client_unless_they_say_otherwise(string? said, string spoken) =>
        Assert.Equal(spoken, AClient("de").Meet("Anja Vogel", ContactRole.Buyer, null, null, said).Language);

    [Theory]
    [InlineData(" plutôt le matin ", "plutôt le matin")]
    [InlineData(" ", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Habits_are_what_was_written_or_none(string? written, string? habits)
    {
        var contact = AClient().Meet("Karim Haddad", ContactRole.Warehouse, null, null, null);

        contact.KnowHabits(written);

        Assert.Equal(habits, contact.Habits);
    }

    [Fact]
    public void Nothing_of_an_erased_contact_tells_who_it_was()
    {
        var contact = AClient().Meet("Karim Haddad", ContactRole.Warehouse, "karim@hydraulique.example", "02 37 00 00 00", null);
        contact.KnowHabits("plutôt le matin");

        contact.Erase(Given.Now);

        Assert.Equal(("—", null, null, null), (contact.Name, contact.Email, contact.Phone, contact.Habits));
        Assert.Equal((Given.Now, ContactRole.Warehouse), (contact.ErasedAt, contact.Role));
    }

    private static Client AClient(string language = "fr") => new("HYDCHA", "Hydraulique Chartraine", language, "EUR");
}
